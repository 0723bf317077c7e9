import type { Command } from 'commander';
import { isColorful } from './colors.js';
import { collect, reportsOption } from './options.js';
import { reportsFolder } from './reports_folder.js';

interface ReportOptions {
  readonly from: readonly string[];
  readonly reports?: string;
}

/** `iospec report`: merges runs and renders them again. */
export function addReport(program: Command): void {
  program
    .command('report')
    .summary('merge runs (shards), and write the reports again')
    .description('Merge the traces of runs (shards, documents, adapters), and write the reports again.')
    .requiredOption('--from <dir...>', 'reports folders of the runs (repeatable)', collect)
    .addOption(reportsOption())
    .addHelpText('after', '\nExample:\n  $ iospec report --from reports/1 reports/2 --reports reports')
    .action(async ({ from, reports: given }: ReportOptions) => {
      const reports = await reportsFolder(given, null);
      const { makeReportsFolder, readReports, writeReports } = await import('../report/folder.js');
      const { mergeMessages } = await import('../verify/messages_file.js');
      const { mergeTraces } = await import('../trace/merge.js');
      const { renderComparison } = await import('../report/comparison.js');
      const { renderTerminal } = await import('../report/terminal.js');
      const runs = from.map((folder) => ({ from: folder, trace: readReports(folder) }));
      const trace = mergeTraces(runs);
      makeReportsFolder(reports);
      await mergeMessages(from, reports);
      const files = writeReports(reports, trace);
      // Runs of other adapters than the first one's are put beside it.
      const sides = new Set(runs.map((run) => JSON.stringify(run.trace.adapters.map(({ name }) => name))));
      if (sides.size > 1) process.stdout.write(renderComparison(trace, isColorful(process.stdout)));
      process.stdout.write(renderTerminal(trace, isColorful(process.stdout)));
      process.stderr.write(`reports: ${files.join(', ')}\n`);
      process.exitCode = trace.summary.conforming ? 0 : 1;
    });
}
