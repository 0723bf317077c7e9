import { PreparationError } from '../../../src/stage/preparation.js';
import type { IospecWorld } from '../../../src/stage/world.js';
import type { CallRecord } from '../../../src/timeline/timeline.js';

/** The states that a call is met in from elsewhere only: another call is inside them. */
export type PassingState = 'OPENING' | 'CLOSING';

/**
 * Makes the scenario's call from inside another one, which is not the scenario's.
 * @param during Makes that other call, and does something inside it.
 * @throws PreparationError when the other call can't be met, because it makes no call below.
 */
export function callWhilePassing(
  world: IospecWorld,
  state: PassingState,
  during: (state: PassingState, act: () => void) => void,
  make: () => CallRecord,
): CallRecord {
  const made: CallRecord[] = [];
  during(state, () => {
    world.act();
    const outer = world.timeline.during.at(-1);
    const call = make();
    if (outer !== undefined) call.endsWith = outer;
    made.push(call);
  });
  const [call] = made;
  if (call !== undefined) return call;
  const cause = new Error('it makes no call below that could be met');
  throw new PreparationError(`make a call while the async socket is ${state}`, { cause });
}
