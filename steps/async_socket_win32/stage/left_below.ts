import type { Evidence } from '../../../src/stage/stage.js';
import type { CallName, Observed } from '../underlying/observed.js';

/** What is opened below by one call and closed by another, for a reader. */
const PAIRS: readonly (readonly [what: string, opens: CallName, closes: CallName])[] = [
  ['threadpool IOs', 'CreateThreadpoolIo', 'CloseThreadpoolIo'],
  ['cleanup groups', 'CreateThreadpoolCleanupGroup', 'CloseThreadpoolCleanupGroup'],
  ['environments', 'InitializeThreadpoolEnvironment', 'DestroyThreadpoolEnvironment'],
  ['events', 'CreateEvent', 'CloseHandle'],
];

/** How many of what one call opens and another closes are open: calls that failed have opened nothing. */
export function stillOpen(observed: Observed, opens: CallName, closes: CallName): number {
  const succeeded = (name: CallName): number =>
    observed.callsOf(name).filter(({ result }) => result !== null).length;
  return succeeded(opens) - succeeded(closes);
}

/** What a destroyed async socket must not have left. */
export function leftBelow(observed: Observed): readonly Evidence[] {
  const left = PAIRS.map(([what, opens, closes]) => none(what, stillOpen(observed, opens, closes)));
  return [...left, none('IOs under way', observed.ios.pending.length)];
}

function none(what: string, left: number): Evidence {
  return { what: `no ${what} are left`, holds: left === 0, expected: '0 left', observed: `${left} left` };
}
