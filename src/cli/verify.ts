import type { Command } from 'commander';
import { collect, positive, reportsOption, shard, tagExpression } from './options.js';
import { reportsFolder } from './reports_folder.js';

interface VerifyOptions {
  readonly spec?: readonly string[];
  readonly adapter?: readonly string[];
  readonly underlying?: readonly string[];
  readonly requirement?: readonly string[];
  readonly tags?: string;
  readonly reports?: string;
  readonly parallel: number;
  readonly repeat: number;
  readonly shard?: { readonly index: number; readonly total: number };
  readonly timeout: number;
  readonly steps?: readonly string[];
  readonly config?: string;
}

const EXAMPLES = `
Examples:
  $ iospec verify --spec my_requirements.md --adapter ./my_adapter.mjs
  $ iospec verify --spec my_requirements.md --requirement SRS_STORE_01_031
  $ iospec verify --adapter ./my_adapter.mjs --underlying mock
  $ iospec verify --adapter ./my_adapter.mjs --adapter ./another.mjs
  $ iospec verify --tags 'not @long'
  $ iospec verify --shard 1/4 --reports reports/1`;

/** `iospec verify`: judges adapters by documents. */
export function addVerify(program: Command): void {
  program
    .command('verify')
    .summary('judge adapters by documents, and write the reports')
    .description(
      'Judge adapters by documents, and write the reports. Without options: every document of the project (or every bundled one, if the project has none) with its adapters, over every underlying IO.',
    )
    .option(
      '--spec <name|file>',
      'document: one of the project or a bundled one by its name, or a file (repeatable)',
      collect,
    )
    .option('--adapter <module>', 'adapter: a module, or the name of a bundled one (repeatable)', collect)
    .option('--underlying <kind>', 'underlying IO: mock, loopback, … (repeatable)', collect)
    .option('--steps <dir>', 'folder with a system or steps of your own (repeatable)', collect)
    .option('--config <file>', 'configuration file; otherwise iospec.config.mjs, if there is one')
    .option('--requirement <id>', 'only this requirement, cell or call sequence (repeatable)', collect)
    .option('--tags <expression>', "only scenarios with these tags, in Cucumber's notation", tagExpression)
    .addOption(reportsOption())
    .option('--parallel <n>', 'worker processes at a time', positive, 1)
    .option(
      '--repeat <n>',
      'run each scenario this many times; one whose results differ is flaky',
      positive,
      1,
    )
    .option(
      '--shard <i/n>',
      'run only every Nth scenario, starting with the Ith; counted separately for each document, and run with each adapter',
      shard,
    )
    .option(
      '--timeout <seconds>',
      'time after which a silent scenario counts as hung; an adapter has as long to load, but never less than 30 seconds',
      positive,
      30,
    )
    .addHelpText('after', EXAMPLES)
    .action(async (options: VerifyOptions) => {
      const { verifyAndReport } = await import('./verify_and_report.js');
      process.exitCode = await verifyAndReport({
        documents: options.spec ?? [],
        adapters: options.adapter ?? [],
        steps: options.steps ?? [],
        configuration: options.config ?? null,
        selection: {
          underlying: options.underlying ?? null,
          requirements: options.requirement ?? null,
          tags: options.tags ?? null,
          shard: options.shard ?? null,
        },
        reports: await reportsFolder(options.reports, options.config ?? null),
        parallel: options.parallel,
        repeat: options.repeat,
        timeoutMs: options.timeout * 1000,
      });
    });
}
