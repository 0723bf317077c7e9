import type { ObservedCall } from '../../../src/stage/observed_calls.js';
import type { CallName } from '../underlying/observed.js';
import type { Win32World } from './world.js';

/** A call that the adapter has made below. */
export type BelowCall = ObservedCall<CallName>;

/** Says which calls below were made since the scenario's action, for the "observed" of a failure. */
export function shown({ stage, mark }: Win32World): string {
  const names = stage.under.observed.made.filter(({ sequence }) => sequence >= mark).map(({ name }) => name);
  return names.length === 0 ? 'no call below' : names.join(', ');
}

/**
 * The calls of one function below since the scenario's action.
 * @throws Error when there is no such function: a sentence can't ask for what Windows does not have.
 */
export function callsBelow(world: Win32World, name: string): readonly BelowCall[] {
  const { observed } = world.stage.under;
  if (!observed.has(name)) throw new Error(`${name} is no call that the adapter could make below`);
  return observed.callsOf(name, world.mark);
}

/** The one call of a function below since the scenario's action. */
export function theCallBelow(world: Win32World, subject: string, name: string): BelowCall {
  const made = callsBelow(world, name);
  world.expect.that(made.length === 1, `${subject} calls ${name} once`, `1 call of ${name}`, shown(world));
  const [call] = made;
  if (call === undefined) throw new Error(`there is no call of ${name}`);
  return call;
}

/** The latest call of a function below in the whole scenario; undefined when there was none. */
export function latestBelow({ stage }: Win32World, name: CallName): BelowCall | undefined {
  return stage.under.observed.callsOf(name).at(-1);
}

/** The constants of C that sentences pass: `NULL`, `FALSE`, `0`. */
export function constantOf(word: string): unknown {
  const constants = new Map(Object.entries<unknown>({ NULL: null, FALSE: false, TRUE: true }));
  return constants.has(word) ? constants.get(word) : Number(word);
}
