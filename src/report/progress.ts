import type { RunProgress } from '../run/run.js';

/** Where progress goes; `process.stderr` is one. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Scenarios after which a line is due where lines can't be overwritten. */
const STRIDE = 100;

/**
 * Shows progress: one line that is overwritten on a terminal, otherwise a line for every tenth of the way or every
 * hundred scenarios, whichever comes less often.
 */
export function progressOn(
  stream: ProgressStream,
): (progress: Pick<RunProgress, 'settled' | 'total'>) => void {
  let due = 0;
  return ({ settled, total }) => {
    if (stream.isTTY === true) {
      stream.write(`\r\u001b[K${settled === total ? '' : `${settled} of ${total} scenarios`}`);
      return;
    }
    if (settled < due && settled < total) return;
    due = settled + Math.max(STRIDE, total / 10);
    stream.write(`${settled} of ${total} scenarios\n`);
  };
}
