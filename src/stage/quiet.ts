import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';

/** What keeps the event loop of this process alive, by kind: `TCPSocketWrap` 2, `Timeout` 1, … */
export type Resources = ReadonlyMap<string, number>;

/** Takes stock of what keeps the event loop alive now. */
export function resources(): Resources {
  const counts = new Map<string, number>();
  for (const kind of process.getActiveResourcesInfo()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

/**
 * Work for the next turn, and bytes on their way: those of a socket are waited for with the socket itself, and those of
 * the two outputs, which may be very many, are no scenario's any more.
 */
const PASSING = /^(?:Immediate|(?:Simple)?(?:Shutdown|Write)Wrap)$/;

/** What keeps the event loop alive that `baseline` did not hold, for a reader: `1 TCPSocketWrap`. */
export function beyond(baseline: Resources): string[] {
  return [...resources()]
    .filter(([kind, count]) => !PASSING.test(kind) && count > (baseline.get(kind) ?? 0))
    .map(([kind, count]) => `${count - (baseline.get(kind) ?? 0)} ${kind}`);
}

/** Turns in which a rejection or a throw that is already on its way comes out. */
const GRACE_TURNS = 3;
const TURNS_WITHOUT_PAUSE = 50;

/**
 * Waits until nothing keeps the event loop alive that `baseline` did not hold, so that a late throw or rejection still
 * falls into the scenario that caused it.
 * @param deadlineMs Milliseconds after which whatever is left is called left behind.
 * @returns What is left behind, by kind; empty when the loop is quiet.
 */
export async function untilQuiet(baseline: Resources, deadlineMs: number): Promise<readonly string[]> {
  const start = performance.now();
  for (let turns = 0; ; turns += 1) {
    await turn();
    const left = beyond(baseline);
    if (left.length === 0 && turns >= GRACE_TURNS) return [];
    if (performance.now() - start > deadlineMs) return left;
    // A handle that closes needs the loop to poll; a pause lets it without spinning.
    if (turns > TURNS_WITHOUT_PAUSE) await pause(1);
  }
}
