import { isFailure } from './failure.js';
import type { CallbackRecord, CallRecord, Timeline } from './timeline.js';

/** A callback that the adapter owes: it accepted the call that the callback was given to, or completed it all the same. */
export interface Owed {
  readonly call: CallRecord;
  /** The completions that came, oldest first; one is right. */
  readonly completions: readonly CallbackRecord[];
}

function accepted({ returned, result }: CallRecord): boolean {
  return returned === null || result === 0 || (typeof result === 'string' && !isFailure(result));
}

/**
 * The completions of a kind (`on_send_complete`) that were outstanding at `mark` or arose afterwards: one for each
 * accepted call that got the callback and had not completed by then, oldest first. A call that was refused and completes
 * nevertheless counts as well: a monitor watches over that.
 */
export function owed(
  timeline: Timeline,
  calls: readonly CallRecord[],
  parameter: string,
  mark: number,
): readonly Owed[] {
  return calls
    .filter((call) => parameter in call.arguments && call.arguments[parameter] !== null)
    .map((call) => ({
      call,
      completions: timeline.callbacks.filter(
        ({ registration }) => registration.call === call && registration.parameter === parameter,
      ),
    }))
    .filter(({ call, completions }) => accepted(call) || completions.length > 0)
    .filter(({ completions }) => completions.every(({ sequence }) => sequence >= mark));
}
