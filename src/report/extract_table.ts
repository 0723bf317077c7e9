import type { Clauses } from '../scenario/model.js';
import type { ExtractedRow } from '../specification/index.js';

/** A requirement as `iospec extract` shows it; fields in the order of the contract. */
export type ExtractRow = ExtractedRow & Clauses;

/** Renders rows: for a reader, as one JSON array, or as one JSON object a line. */
export function renderExtract(rows: readonly ExtractRow[], format: 'table' | 'json' | 'ndjson'): string {
  if (format === 'json') return `${JSON.stringify(rows, null, 2)}\n`;
  if (format === 'ndjson') return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  return table([['id', 'place', 'function', 'text'], ...rows.map(cellsOf)]);
}

function cellsOf({ id, occurrence, file, line, function: subject, text }: ExtractRow): readonly string[] {
  return [occurrence === 1 ? id : `${id}#${occurrence}`, `${file}:${line}`, subject ?? '', text];
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_cell, column) =>
    rows.reduce((width, row) => Math.max(width, row[column]?.length ?? 0), 0),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}
