import { observed, outcome } from '../stage/outcome.js';
import type { NamedArguments } from '../stage/session.js';
import type { CallRecord } from '../timeline/timeline.js';
import type { IospecWorld } from '../stage/world.js';
import { When, type PhraseOptions } from '../system/phrase_registry.js';

/**
 * Brings a circumstance about before a function is called.
 * @returns The arguments that the circumstance asks for, the others being valid ones; or `skipped` from
 * `world.withdraw` where the circumstance can't be had.
 */
export type Circumstance<W extends IospecWorld> = (
  world: W,
  functionName: string,
  ...words: string[]
) => Promise<NamedArguments | 'skipped'> | NamedArguments | 'skipped';

/** Calls the function that the scenario is about, everything before it being preparation. */
export function callUnderTest(world: IospecWorld, functionName: string, given: NamedArguments = {}): void {
  world.act();
  world.callUnderTest = world.stage.call(functionName, given);
  world.stage.afterCall(functionName);
}

/** Brings the adapter where the function would succeed, unless the scenario has chosen a state. */
export async function prepareUnlessChosen(world: IospecWorld, functionName: string): Promise<void> {
  if (world.stage.history.length === 0) await world.stage.prepareFor(functionName);
}

/** What a call returned in place of a failure; null when it failed, or can't tell. */
function successOf(world: IospecWorld, { function: name, result }: CallRecord): string | null {
  const failure = outcome('_FAILURE_', world.specification, world.prototype(name));
  return result === undefined || failure?.holds(result) === true ? null : observed(result);
}

/**
 * Binds a phrase to what it means for a call: both "f is called and PHRASE" and "f is called and fails because PHRASE",
 * as the composer writes a sentence's own condition and a sibling's. That the call fails is the sibling's to show; where
 * it does not, there is no failure that the sentence could speak of.
 * @param phrase Source of a regular expression; its groups are handed to `prepare`.
 */
export function defineCircumstance<W extends IospecWorld>(
  phrase: string,
  ...rest: [prepare: Circumstance<W>] | [options: PhraseOptions, prepare: Circumstance<W>]
): void {
  const [options, prepare] = rest.length === 1 ? [{}, rest[0]] : rest;
  const groups = new RegExp(`( )${phrase}|`).exec('')?.length ?? 1;
  const step = async function (
    this: W,
    functionName: string,
    failing: string | null,
    ...words: string[]
  ): Promise<'skipped' | undefined> {
    const given = await prepare(this, functionName, ...words);
    if (given === 'skipped') return given;
    callUnderTest(this, functionName, given);
    const success = failing === null ? null : successOf(this, this.call);
    if (success === null) return undefined;
    return this.withdraw('notApplicable', `${functionName} returned ${success}: it did not fail`);
  };
  // Cucumber holds a step function's arity against its expression; that of rest parameters is not seen.
  Object.defineProperty(step, 'length', { value: groups });
  When(new RegExp(`^(\\w+) is called and (fails because )?${phrase}$`), options, step);
}

/** Brings the adapter into a state, or withdraws the scenario where a capability rules the state out. */
export async function enterStateOrWithdraw(
  world: IospecWorld,
  state: string,
): Promise<'skipped' | undefined> {
  const reason = world.stage.unreachable(state);
  if (reason !== null) return world.withdraw('notApplicable', reason);
  await world.stage.enterState(state);
  return undefined;
}
