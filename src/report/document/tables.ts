import type { Root } from 'mdast';
import { htmlTables, type Table } from '../../specification/tables.js';

/** Where an HTML table of the source begins and where its last word ends. */
export interface PlacedTable extends Table {
  readonly end: number;
}

/** The HTML tables of a document, rebuilt from what the parser of state tables reads in them. */
export function placedTables(text: string, tree: Root): readonly PlacedTable[] {
  return htmlTables({ text, tree }).map((table) => {
    const last = table.rows.flatMap(({ cells }) => cells).at(-1)?.end ?? table.start;
    const tags = /<(\/?)table\b[^<>]*>/gi;
    tags.lastIndex = Math.max(last, table.start + 1);
    const next = tags.exec(text);
    return { ...table, end: next?.[1] === '/' ? tags.lastIndex : last };
  });
}
