import { existsSync, readFileSync } from 'node:fs';
import { toString } from 'mdast-util-to-string';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import type { Table } from 'mdast';
import { visit } from 'unist-util-visit';

/**
 * Reads the readings of defective sentences: the tables of a Markdown file that have the columns `id` and `reading`.
 * @param file Path of `<system>_readings.md`; one that does not exist holds no readings.
 * @param labels Those of the requirements whose readings are wanted.
 * @returns Reading by requirement label.
 */
export function readReadings(file: string, labels: readonly string[]): ReadonlyMap<string, string> {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return labels.some((label) => text.includes(label)) ? parseReadings(text) : new Map<string, string>();
}

/** Reads the same from a text. */
export function parseReadings(markdown: string): ReadonlyMap<string, string> {
  const readings = new Map<string, string>();
  visit(remark().use(remarkGfm).parse(markdown), 'table', (table: Table) => {
    const [head, ...rows] = table.children.map((row) => row.children.map((cell) => toString(cell).trim()));
    const id = columnOf(head, 'id');
    const reading = columnOf(head, 'reading');
    if (id < 0 || reading < 0) return;
    for (const row of rows) {
      const [key, text] = [row[id], row[reading]];
      if (key !== undefined && text !== undefined && key !== '' && text !== '') readings.set(key, text);
    }
  });
  return readings;
}

function columnOf(head: readonly string[] | undefined, name: string): number {
  return head?.findIndex((cell) => cell.toLowerCase() === name) ?? -1;
}
