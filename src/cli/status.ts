import type { Command } from 'commander';
import { collect, reportsOption } from './options.js';
import { reportsFolder } from './reports_folder.js';

interface StatusOptions {
  readonly reports?: string;
  readonly steps?: readonly string[];
  readonly config?: string;
}

/** `iospec status`: which verdicts of the last run still hold. */
export function addStatus(program: Command): void {
  program
    .command('status')
    .summary('say which requirements of the last run are stale')
    .description(
      'Say which requirements of the last run are stale because their sentence, their scenarios or their adapter has changed since. Exit status: 0 none, 1 some.',
    )
    .addOption(reportsOption())
    .option(
      '--steps <dir>',
      'folder with a system or steps of your own, as for the run (repeatable)',
      collect,
    )
    .option('--config <file>', 'configuration file; otherwise iospec.config.mjs, if there is one')
    .addHelpText('after', '\nExample:\n  $ iospec status --reports reports')
    .action(async ({ reports, steps, config }: StatusOptions) => {
      const { readReports } = await import('../report/folder.js');
      const { renderStatus } = await import('../report/status.js');
      const { present } = await import('../verify/present.js');
      const { staleIn } = await import('../trace/stale.js');
      const trace = readReports(await reportsFolder(reports, config ?? null));
      const stale = staleIn(
        trace,
        await present(trace, { steps: steps ?? [], configuration: config ?? null }),
      );
      process.stdout.write(renderStatus(trace, stale));
      process.exitCode = stale.length === 0 ? 0 : 1;
    });
}
