import { visit } from 'unist-util-visit';
import type { Document } from './document.js';
import { endOf, startOf } from './markdown.js';
import { visible, visibleHtml } from './visible.js';

/** A table cell: where its content stands, and what a reader sees in it. */
export interface Cell {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A table as both notations give it. A caption is what an HTML row says outside its cells: "From state X". */
export interface Table {
  readonly start: number;
  readonly rows: readonly { readonly caption: string; readonly cells: readonly Cell[] }[];
}

/** The tables in Markdown of a document. */
export function pipeTables({ text, tree }: Document): readonly Table[] {
  const tables: Table[] = [];
  visit(tree, 'table', (table) => {
    const rows = table.children.map((row) => ({
      caption: '',
      cells: row.children.map(({ children }) => {
        const [first] = children;
        const last = children.at(-1);
        if (first === undefined || last === undefined)
          return { start: startOf(row), end: startOf(row), text: '' };
        const [start, end] = [startOf(first), endOf(last)];
        return { start, end, text: visible(text.slice(start, end).replaceAll('\\|', '|')).text };
      }),
    }));
    tables.push({ start: startOf(table), rows });
  });
  return tables;
}

const TAG = /<(\/?)(table|tr|td|th)\b[^<>]*>/gi;

/** The HTML tables of a document. Tags that close themselves, or that were forgotten, are read as browsers read them. */
export function htmlTables({ text, tree }: Pick<Document, 'text' | 'tree'>): readonly Table[] {
  const tables: Table[] = [];
  let table: { start: number; rows: { caption: string; cells: Cell[] }[] } | null = null;
  let row: { caption: string; cells: Cell[] } | null = null;
  let cellStart: number | null = null;
  let captionStart = 0;

  const finishCell = (at: number): void => {
    if (row !== null && cellStart !== null) row.cells.push(cellOf(text, cellStart, at));
    cellStart = null;
  };
  const finishRow = (at: number): void => {
    finishCell(at);
    if (row !== null && row.cells.length === 0) row.caption = visibleHtml(text.slice(captionStart, at));
    row = null;
  };
  const finishTable = (at: number): void => {
    finishRow(at);
    if (table !== null) tables.push(table);
    table = null;
  };

  visit(tree, 'html', (node) => {
    const offset = startOf(node);
    for (const { index, 0: tag, 1: closing, 2: name = '' } of text.slice(offset, endOf(node)).matchAll(TAG)) {
      const at = offset + index;
      const behind = at + tag.length;
      switch (name.toLowerCase()) {
        case 'table':
          finishTable(at);
          if (closing === '') table = { start: at, rows: [] };
          break;
        case 'tr':
          finishRow(at);
          if (closing === '' && table !== null) {
            row = { caption: '', cells: [] };
            table.rows.push(row);
            captionStart = behind;
          }
          break;
        default:
          finishCell(at);
          if (closing === '') cellStart = behind;
      }
    }
  });
  finishTable(text.length);
  return tables;
}

/** A cell without the white space around its content. */
function cellOf(text: string, start: number, end: number): Cell {
  const content = text.slice(start, end);
  const from = start + (content.length - content.trimStart().length);
  const to = Math.max(from, end - (content.length - content.trimEnd().length));
  return { start: from, end: to, text: visibleHtml(text.slice(from, to)) };
}
