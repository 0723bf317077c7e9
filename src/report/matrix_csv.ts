import type { Trace } from '../trace/model.js';
import { labelOf } from '../trace/verdict.js';
import { cellsOf, columnName, columnsOf } from './matrix.js';

/** The matrix for a spreadsheet: a row a requirement, a column an adapter over an underlying IO. RFC 4180. */
export function renderMatrixCsv(trace: Trace): string {
  const columns = columnsOf(trace);
  const head = [
    ...['document', 'requirement', 'kind', 'file', 'line', 'section', 'function', 'verdict'],
    ...columns.map(columnName),
    ...['sentence', 'reason'],
  ];
  const rows = trace.specifications.flatMap(({ name, requirements }) =>
    requirements.map((requirement) => {
      const { label, kind, file, line, section, function: subject, verdict, text, reason } = requirement;
      return [
        ...[name, label, kind, file, String(line), section.join(' > '), subject ?? '', labelOf(verdict)],
        ...cellsOf(requirement, columns).map((cell) => (cell === null ? '' : labelOf(cell))),
        ...[text, reason ?? ''],
      ];
    }),
  );
  return [head, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

/**
 * A field that a spreadsheet takes as text: what it would read as a formula gets an apostrophe before it. (A sign before a
 * digit begins a formula as well: "-1+cmd|…".)
 */
function field(text: string): string {
  const whole = text.replace(/[\0\p{Cs}]/gu, '\ufffd');
  const defused = /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(whole) ? `'${whole}` : whole;
  return /[",\r\n']/.test(defused) || defused !== defused.trim()
    ? `"${defused.replaceAll('"', '""')}"`
    : defused;
}
