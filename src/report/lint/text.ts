import pc from 'picocolors';
import type { Finding, Severity } from '../../specification/lint/index.js';
import { counted } from '../../trace/counted.js';
import { printable } from '../printable.js';
import type { LintReader } from './reader.js';

/** One line a finding: `file:line:column severity rule message`. */
export function renderLintText(findings: readonly Finding[], { isColorful }: LintReader): string {
  const colors = pc.createColors(isColorful);
  const paint: Readonly<Record<Severity, (text: string) => string>> = {
    error: colors.red,
    warning: colors.yellow,
    note: colors.cyan,
  };
  return printable(findings)
    .map(
      ({ slice: { file, line, column }, severity, rule, message }) =>
        `${file}:${line}:${column} ${paint[severity](severity)} ${colors.bold(rule)} ${message}\n`,
    )
    .join('');
}

/** What a terminal shows at the end: `4 documents: 3 errors, 20 warnings, 1 note`. */
export function summaryOf(findings: readonly Finding[], documents: number): string {
  const counts = (['error', 'warning', 'note'] as const).map((severity) =>
    counted(findings.filter((finding) => finding.severity === severity).length, severity),
  );
  return `${counted(documents, 'document')}: ${counts.join(', ')}`;
}
