import type { ObservedCall } from '../underlying/observed.js';
import type { Win32Call } from '../../../src/adapters/async_socket_win32/win32_socket/win32_socket.js';
import type { Win32World } from './world.js';

/** Says which calls below were made since the scenario's action, for the "observed" of a failure. */
export function shown({ stage, mark }: Win32World): string {
  const names = stage.under.observed.made.filter((call) => call.mark >= mark).map(({ name }) => name);
  return names.length === 0 ? 'no call below' : names.join(', ');
}

/** True for the name of a call below. */
function isBelow({ stage }: Win32World, name: string): name is Win32Call {
  return name in stage.under.observed.calls;
}

/**
 * The calls of one function below since the scenario's action.
 * @throws Error when there is no such function: a sentence can't ask for what Windows does not have.
 */
export function callsBelow(world: Win32World, name: string): readonly ObservedCall[] {
  if (!isBelow(world, name)) throw new Error(`${name} is no call that the adapter could make below`);
  return world.stage.under.observed.callsOf(name, world.mark);
}

/** The one call of a function below since the scenario's action. */
export function theCallBelow(world: Win32World, subject: string, name: string): ObservedCall {
  const made = callsBelow(world, name);
  world.expect.that(made.length === 1, `${subject} calls ${name} once`, `1 call of ${name}`, shown(world));
  const [call] = made;
  if (call === undefined) throw new Error(`there is no call of ${name}`);
  return call;
}

/** The latest call of a function below in the whole scenario; undefined when there was none. */
export function latestBelow({ stage }: Win32World, name: Win32Call): ObservedCall | undefined {
  return stage.under.observed.callsOf(name).at(-1);
}

/** The constants of C that sentences pass: `NULL`, `FALSE`, `0`. */
export function constantOf(word: string): unknown {
  const constants: Readonly<Record<string, unknown>> = { NULL: null, FALSE: false, TRUE: true };
  return word in constants ? constants[word] : Number(word);
}
