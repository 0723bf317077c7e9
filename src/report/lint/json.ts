import type { Finding } from '../../specification/lint/index.js';

/** One JSON array with an object for each finding. */
export function renderLintJson(findings: readonly Finding[]): string {
  const rows = findings.map(({ rule, severity, message, requirement, slice }) => ({
    rule,
    severity,
    message,
    requirement,
    file: slice.file,
    line: slice.line,
    column: slice.column,
    endLine: slice.endLine,
  }));
  return `${JSON.stringify(rows, null, 2)}\n`;
}
