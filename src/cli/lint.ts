import { Option, type Command } from 'commander';
import type { LintFormat } from '../report/lint/formats.js';
import { isColorful } from './colors.js';

/** Exit status when a document has an error or a warning. */
const DEFECTIVE = 1;

/** `iospec lint`: the defects of documents. */
export function addLint(program: Command): void {
  program
    .command('lint')
    .summary('find mistakes in documents')
    .description(
      'Find mistakes in documents: in markers, ids, links, parameters, names and results, and sentences that ask for nothing.',
    )
    .argument('<file...>', 'documents')
    .addOption(new Option('--format <format>', 'output').choices(['text', 'json', 'sarif']).default('text'))
    .addHelpText(
      'after',
      `
Example:
  $ iospec lint spec/store_requirements.md

Exit status: 0 nothing found, or only notes; 1 at least one error or warning; 2 wrong usage or unreadable input.`,
    )
    .action(async (given: readonly string[], { format }: { readonly format: LintFormat }) => {
      const { readSource } = await import('../specification/index.js');
      const { lint } = await import('../specification/lint/index.js');
      const { LINT_FORMATS } = await import('../report/lint/formats.js');
      const { summaryOf } = await import('../report/lint/text.js');
      const files = [...new Set(given)];
      const sources = await Promise.all(files.map(readSource));
      const findings = sources.flatMap(({ source }) => lint(source));
      process.stdout.write(
        LINT_FORMATS[format](findings, { folder: process.cwd(), isColorful: isColorful(process.stdout) }),
      );
      process.stderr.write(`iospec: ${summaryOf(findings, files.length)}\n`);
      if (findings.some(({ severity }) => severity !== 'note')) process.exitCode = DEFECTIVE;
    });
}
