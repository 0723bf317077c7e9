import { Option, type Command } from 'commander';
import { collect, positive } from './options.js';

interface AuditOptions {
  readonly spec?: readonly string[];
  readonly adapter?: readonly string[];
  readonly requirement?: readonly string[];
  readonly format: 'table' | 'json';
  readonly parallel: number;
  readonly timeout: number;
}

const EXAMPLES = `
Examples:
  $ iospec audit --spec tlsio --requirement SRS_TLSIO_30_033
  $ iospec audit --spec tlsio --format json`;

/** `iospec audit`: whether the requirements' own scenarios find broken adapters. */
export function addAudit(program: Command): void {
  program
    .command('audit')
    .summary('break adapters on purpose, and see whether the scenarios find it')
    .description(
      'Break adapters in the ways that break each requirement, and see whether its own scenarios find it, over the mock. Exit status: 0 all proven, 1 some unproven, or interrupted.',
    )
    .option('--spec <name|file>', 'document: a bundled one by its name, or a file (repeatable)', collect)
    .option(
      '--adapter <module>',
      'adapter that is broken: a bundled one by its name, or a module (repeatable)',
      collect,
    )
    .option('--requirement <id>', 'only this requirement, cell or call sequence (repeatable)', collect)
    .addOption(new Option('--format <format>', 'output').choices(['table', 'json']).default('table'))
    .option('--parallel <n>', 'worker processes at a time', positive, 1)
    .option(
      '--timeout <seconds>',
      'time after which a silent scenario has hung, and an adapter that is still loading is given up',
      positive,
      30,
    )
    .addHelpText('after', EXAMPLES)
    .action(async ({ spec, adapter, requirement, format, parallel, timeout }: AuditOptions) => {
      const { auditAndPrint } = await import('./audit_and_print.js');
      process.exitCode = await auditAndPrint({
        documents: spec ?? [],
        adapters: adapter ?? [],
        requirements: requirement ?? null,
        format,
        parallel,
        timeoutMs: timeout * 1000,
      });
    });
}
