import { documentOf } from '../../../../src/specification/document.js';
import type { Specification } from '../../../../src/specification/model.js';
import { pipeTables } from '../../../../src/specification/tables.js';

/** A row of a table: the text of its cells by the headings of their columns. */
export type Row = ReadonlyMap<string, string>;

/** The tables of a document, each as its rows. */
export function tablesOf({ file, text }: Specification): readonly (readonly Row[])[] {
  return pipeTables(documentOf({ file, text }, [])).map(({ rows: [heading, ...rows] }) => {
    const columns = heading?.cells.map((cell) => cell.text) ?? [];
    return rows.map(
      ({ cells }) => new Map(columns.map((column, index) => [column, cells[index]?.text ?? ''])),
    );
  });
}

/**
 * The rows of the table that has these columns.
 * @throws Error where there is none, or more than one.
 */
export function rowsWith(tables: readonly (readonly Row[])[], columns: readonly string[]): readonly Row[] {
  const found = tables.filter(([row]) => columns.every((column) => row?.has(column)));
  const [rows] = found;
  if (rows === undefined || found.length > 1)
    throw new Error(
      `the document has ${found.length} tables with the columns ${columns.join(', ')}, not one`,
    );
  return rows;
}

/** The text of a cell; an error where it is empty. */
export function cell(row: Row, column: string): string {
  const text = row.get(column) ?? '';
  if (text === '')
    throw new Error(`a row has nothing in its column ${column}: ${[...row.values()].join(' | ')}`);
  return text;
}

/** The number in a cell: `12`, `0x1f`, `-3`. */
export function numberIn(row: Row, column: string): number {
  const text = cell(row, column);
  const number = Number(text);
  if (!Number.isInteger(number))
    throw new Error(`expected a whole number in the column ${column}, not ${text}`);
  return number;
}
