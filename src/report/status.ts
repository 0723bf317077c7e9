import { counted } from '../trace/counted.js';
import type { Trace } from '../trace/model.js';
import type { StaleRequirement } from '../trace/stale.js';
import { labelOf } from '../trace/verdict.js';
import { printable } from './printable.js';

/**
 * What a terminal shows of the requirements whose verdicts do not hold any more: a line for each, one for all those that
 * lack the same file, and the count.
 */
export function renderStatus(rawTrace: Trace, rawStale: readonly StaleRequirement[]): string {
  const { specifications, startedAt, complete } = printable(rawTrace);
  const stale = printable(rawStale);
  const told = stale.filter(({ isGone }) => !isGone);
  const width = Math.max(0, ...told.map(({ label }) => label.length));
  const total = specifications.reduce((sum, { requirements }) => sum + requirements.length, 0);
  const run = `the ${complete ? '' : 'interrupted '}run of ${startedAt}`;
  const bereft = stale.filter(({ isGone }) => isGone).map(({ reasons }) => reasons.join(', '));
  return `${[
    ...[...new Set(bereft)].map(
      (reason) => `${reason} (${counted(bereft.filter((one) => one === reason).length, 'requirement')})`,
    ),
    ...told.map(
      ({ label, verdict, reasons }) =>
        `${label.padEnd(width)}  ${verdict === null ? 'no verdict' : labelOf(verdict)}: ${reasons.join(', ')}`,
    ),
    stale.length === 0
      ? `nothing is stale: ${counted(total, 'requirement')} of ${run}`
      : `${stale.length} of ${counted(total, 'requirement')} of ${run} ${stale.length === 1 ? 'is' : 'are'} stale`,
  ].join('\n')}\n`;
}
