import { Option, type Command } from 'commander';
import { collect, positive } from './options.js';

interface AuditOptions {
  readonly spec?: readonly string[];
  readonly adapter?: readonly string[];
  readonly requirement?: readonly string[];
  readonly format: 'table' | 'json';
  readonly parallel: number;
  readonly timeout: number;
  readonly steps?: readonly string[];
  readonly config?: string;
}

const EXAMPLES = `
Examples:
  $ iospec audit --spec my_requirements.md --adapter ./my_adapter.mjs --requirement SRS_STORE_01_033
  $ iospec audit --adapter ./my_adapter.mjs --format json`;

/** `iospec audit`: whether the requirements' own scenarios catch broken adapters. */
export function addAudit(program: Command): void {
  program
    .command('audit')
    .summary('break adapters on purpose, and see whether the scenarios notice')
    .description(
      'Break adapters in ways that violate each requirement, and see whether its own scenarios notice, over the mock. Exit status: 0 all proven; 1 some unproven, or interrupted.',
    )
    .option(
      '--spec <name|file>',
      'document: one of the project or a bundled one by its name, or a file (repeatable)',
      collect,
    )
    .option(
      '--adapter <module>',
      'adapter to break: a module, or the name of a bundled one (repeatable)',
      collect,
    )
    .option('--steps <dir>', 'folder with a system or steps of your own (repeatable)', collect)
    .option('--config <file>', 'configuration file; otherwise iospec.config.mjs, if there is one')
    .option('--requirement <id>', 'only this requirement, cell or call sequence (repeatable)', collect)
    .addOption(new Option('--format <format>', 'output').choices(['table', 'json']).default('table'))
    .option('--parallel <n>', 'worker processes at a time', positive, 1)
    .option(
      '--timeout <seconds>',
      'time after which a silent scenario counts as hung, and loading an adapter is given up',
      positive,
      30,
    )
    .addHelpText('after', EXAMPLES)
    .action(
      async ({ spec, adapter, steps, config, requirement, format, parallel, timeout }: AuditOptions) => {
        const { auditAndPrint } = await import('./audit_and_print.js');
        process.exitCode = await auditAndPrint({
          documents: spec ?? [],
          adapters: adapter ?? [],
          steps: steps ?? [],
          configuration: config ?? null,
          requirements: requirement ?? null,
          format,
          parallel,
          timeoutMs: timeout * 1000,
        });
      },
    );
}
