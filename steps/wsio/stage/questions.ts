import { outcome } from '../../../src/stage/outcome.js';
import { callbacksIn, describe } from '../../../src/timeline/questions.js';
import { render } from '../../../src/timeline/render.js';
import type { CallbackRecord } from '../../../src/timeline/timeline.js';
import { CONSTANTS } from '../underlying/header.js';
import type { FunctionName, LibraryCall } from '../underlying/underlying.js';
import { scopeOf } from '../../../src/phrases/scope.js';
import { valueOf } from '../../../src/phrases/values.js';
import type { WsioWorld } from './world.js';

/** The value that a word of the document stands for below the adapter: `NULL`, `-1`, `LWS_WRITE_BINARY`. */
export function constantOf(word: string): unknown {
  if (/^(?:NULL|-?\d+)$/.test(word)) return valueOf(word);
  const value = CONSTANTS.get(word);
  if (value === undefined) throw new Error(`${word} is no constant of libwebsockets that a step knows`);
  return value;
}

/** Asserts that a value is what a word of the document says. */
export function expectEqual(world: WsioWorld, what: string, wanted: unknown, seen: unknown): void {
  world.expect.that(Object.is(wanted, seen), what, render(wanted), render(seen));
}

/** Calls of a function below since the scenario's action. */
export function below(world: WsioWorld, name: string): readonly LibraryCall[] {
  return world.stage.below(name as FunctionName, world.mark);
}

/** The one call of a function below since the scenario's action, asserted to be there. */
export function onlyCall(world: WsioWorld, name: string): LibraryCall {
  const calls = below(world, name);
  const [call] = calls;
  world.expect.that(calls.length === 1, `${name} is called once`, '1 call', `${calls.length}`);
  if (call === undefined) throw new Error(`${name} was not called`);
  return call;
}

/** Callbacks of a kind since the scenario's action, once nothing more happens; their number is asserted. */
export async function callbacks(
  world: WsioWorld,
  parameter: string,
  wanted: number,
): Promise<readonly CallbackRecord[]> {
  await world.stage.settle();
  const scope = scopeOf(world, 'any');
  const made = callbacksIn(scope, parameter);
  world.expect.that(
    made.length === wanted,
    `${parameter} is called ${wanted === 1 ? 'once' : `${wanted} times`}`,
    `${wanted}`,
    `${made.length}; ${describe(scope)}`,
  );
  return made;
}

/** Words that the document has for a result and that its interface does not have: the readings of those sentences. */
const READINGS = new Map(Object.entries<string>({ SEND_RESULT_OK: 'IO_SEND_OK' }));

/** Asserts that callbacks bring a result of the document. */
export function expectResult(world: WsioWorld, made: readonly CallbackRecord[], word: string): void {
  const wanted = outcome(READINGS.get(word) ?? word, world.specification, null);
  if (wanted === null) throw new Error(`${word} is no result that a callback can bring`);
  for (const { registration, arguments: given } of made) {
    const values = Object.entries(given).filter(([name]) => name !== 'context');
    world.expect.that(
      values.some(([, value]) => wanted.holds(value)),
      `${registration.parameter} gets ${word}`,
      wanted.expected,
      values.map(([, value]) => render(value)).join(', '),
    );
  }
}

/** Asserts that callbacks bring the context that came with them in a call of the function named. */
export function expectContext(world: WsioWorld, made: readonly CallbackRecord[], functionName: string): void {
  for (const { registration, arguments: given } of made) {
    const { parameter, context, call } = registration;
    expectEqual(world, `${parameter} belongs to ${functionName}`, functionName, call.function);
    expectEqual(world, `${parameter} gets the context given to ${functionName}`, context, given.context);
  }
}
