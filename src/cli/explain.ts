import type { Command } from 'commander';
import { isColorful } from './colors.js';
import { reportsOption } from './options.js';
import { reportsFolder } from './reports_folder.js';
import { UsageError } from '../errors.js';

/** `iospec explain`: one requirement as the last run saw it. */
export function addExplain(program: Command): void {
  program
    .command('explain')
    .summary('show a requirement, its scenarios, its verdict and its last timeline')
    .description(
      'Show a requirement, its scenarios, its verdict and its last timeline, from the reports of the last run.',
    )
    .argument('<id>', 'requirement id, STATE/function, or call sequence')
    .addOption(reportsOption())
    .addHelpText('after', '\nExample:\n  $ iospec explain SRS_STORE_01_033')
    .action(async (id: string, { reports: given }: { readonly reports?: string }) => {
      const reports = await reportsFolder(given, null);
      const { readReports } = await import('../report/folder.js');
      const { explainRequirement } = await import('../report/explanation.js');
      const { specifications } = readReports(reports);
      const found = specifications.flatMap(({ requirements }) =>
        requirements.filter((one) =>
          [one.id, one.label].some((name) => name.toLowerCase() === id.toLowerCase()),
        ),
      );
      if (found.length === 0)
        throw new UsageError(`${id}: no such requirement in the run reported in ${reports}`);
      const colorful = isColorful(process.stdout);
      process.stdout.write(found.map((requirement) => explainRequirement(requirement, colorful)).join('\n'));
    });
}
