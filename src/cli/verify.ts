import type { Command } from 'commander';
import { UNDERLYINGS } from '../scenario/systems/index.js';
import { collect, positive, reportsOption, shard, tagExpression, underlyings } from './options.js';

interface VerifyOptions {
  readonly spec?: readonly string[];
  readonly adapter?: readonly string[];
  readonly underlying?: readonly string[];
  readonly requirement?: readonly string[];
  readonly tags?: string;
  readonly reports: string;
  readonly parallel: number;
  readonly repeat: number;
  readonly shard?: { readonly index: number; readonly total: number };
  readonly timeout: number;
}

const EXAMPLES = `
Examples:
  $ iospec verify --spec tlsio
  $ iospec verify --spec my_copy_of_tlsio_requirements.md --requirement SRS_TLSIO_30_031
  $ iospec verify --adapter ./my_adapter.js --underlying mock
  $ iospec verify --adapter ./my_adapter.js --adapter tlsio_chained
  $ iospec verify --spec tlsio --tags 'not @long'
  $ iospec verify --shard 1/4 --reports reports/1`;

/** `iospec verify`: judges adapters by documents. */
export function addVerify(program: Command): void {
  program
    .command('verify')
    .summary('judge adapters by documents, and write the reports')
    .description(
      'Judge adapters by documents, and write the reports. Without arguments: every bundled document and adapter, over every underlying IO.',
    )
    .option('--spec <name|file>', 'document: a bundled one by its name, or a file (repeatable)', collect)
    .option('--adapter <module>', 'adapter: a bundled one by its name, or a module (repeatable)', collect)
    .option('--underlying <kind>', `underlying IO: ${UNDERLYINGS.join(', ')} (repeatable)`, underlyings)
    .option('--requirement <id>', 'only this requirement, cell or call sequence (repeatable)', collect)
    .option('--tags <expression>', "only scenarios with these tags, in Cucumber's notation", tagExpression)
    .addOption(reportsOption())
    .option('--parallel <n>', 'worker processes at a time', positive, 1)
    .option('--repeat <n>', 'run each scenario so often; what does not always agree is flaky', positive, 1)
    .option(
      '--shard <i/n>',
      'only every N-th scenario, beginning with the I-th; counted anew for each document, and run with each adapter',
      shard,
    )
    .option(
      '--timeout <seconds>',
      'time after which a silent scenario has hung; loading an adapter may take as long, and 30 seconds at least',
      positive,
      30,
    )
    .addHelpText('after', EXAMPLES)
    .action(async (options: VerifyOptions) => {
      const { verifyAndReport } = await import('./verify_and_report.js');
      process.exitCode = await verifyAndReport({
        documents: options.spec ?? [],
        adapters: options.adapter ?? [],
        selection: {
          underlying: options.underlying ?? null,
          requirements: options.requirement ?? null,
          tags: options.tags ?? null,
          shard: options.shard ?? null,
        },
        reports: options.reports,
        parallel: options.parallel,
        repeat: options.repeat,
        timeoutMs: options.timeout * 1000,
      });
    });
}
