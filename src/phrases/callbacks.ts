import { Then } from '../system/phrase_registry.js';
import { owed } from '../timeline/completions.js';
import { outcome, observed } from '../stage/outcome.js';
import { callbacksIn, describe } from '../timeline/questions.js';
import { render } from '../timeline/render.js';
import type { CallbackRecord } from '../timeline/timeline.js';
import type { IospecWorld } from '../stage/world.js';
import { scopeOf } from './scope.js';

const SUBJECT = '(the adapter|\\w+)';

/** The callbacks of a kind that the scenario's action owes: for a completion those outstanding, else one. */
async function madeAsOwed(
  world: IospecWorld,
  subject: string,
  parameter: string,
): Promise<readonly CallbackRecord[]> {
  await world.stage.settle();
  const made = callbacksIn(scopeOf(world, subject), parameter);
  const isCompletion = parameter.includes('complete');
  const due = isCompletion ? owed(world.timeline, world.timeline.calls, parameter, world.mark).length : 1;
  world.expect.that(
    made.length === due,
    `${subject} calls ${parameter} once for each call that waits for it`,
    `${due} call${due === 1 ? '' : 's'} of ${parameter}`,
    `${made.length}; ${describe(scopeOf(world, subject))}`,
  );
  return made;
}

/** Checks that callbacks carry the context that came with them in a call of the function named. */
function expectContext(world: IospecWorld, made: readonly CallbackRecord[], suppliedIn: string): void {
  for (const { registration, arguments: given } of made) {
    world.expect.that(
      registration.call.function === suppliedIn && given.context === registration.context,
      `${registration.parameter} gets the context supplied in ${suppliedIn}`,
      render(registration.context),
      render(given.context),
    );
  }
}

/** Checks that callbacks carry a value of the document (`IO_OPEN_OK`) beside their context. */
function expectValue(world: IospecWorld, made: readonly CallbackRecord[], word: string): void {
  const wanted = outcome(word, world.specification, null);
  if (wanted === null) throw new Error(`${world.specification.file} defines no value ${word}`);
  for (const { registration, arguments: given } of made) {
    const values = Object.entries(given).filter(([name]) => name !== 'context');
    world.expect.that(
      values.some(([, value]) => wanted.holds(value)),
      `${registration.parameter} gets ${word}`,
      wanted.expected,
      values.map(([name, value]) => `${name}=${observed(value)}`).join(', '),
    );
  }
}

Then(
  new RegExp(`^${SUBJECT} shall (?:then )?call the (\\w+) function$`),
  async function (this: IospecWorld, subject: string, parameter: string) {
    await madeAsOwed(this, subject, parameter);
  },
);

/** "shall pass the on_io_error_context that was supplied in store_open_async", with or without a value before it. */
Then(
  new RegExp(`^${SUBJECT} shall pass (?:(\\w+) and )?the (\\w+)_context that was supplied in (\\w+)$`),
  async function (
    this: IospecWorld,
    subject: string,
    word: string | null,
    parameter: string,
    suppliedIn: string,
  ) {
    const made = await madeAsOwed(this, subject, parameter);
    expectContext(this, made, suppliedIn);
    if (word !== null) expectValue(this, made, word);
  },
);

/** "shall call on_io_open_complete with the on_io_open_complete_context supplied in store_open_async and IO_OPEN_CANCELLED". */
Then(
  new RegExp(
    `^${SUBJECT} shall (?:then )?call (\\w+) with the (\\w+)_context(?: parameter)? (?:supplied|provided) in (\\w+) and (\\w+)$`,
  ),
  async function (
    this: IospecWorld,
    subject: string,
    parameter: string,
    contextOf: string,
    suppliedIn: string,
    word: string,
  ) {
    const made = await madeAsOwed(this, subject, parameter);
    this.expect.that(
      contextOf === parameter,
      "the context named is the callback's own",
      parameter,
      contextOf,
    );
    expectContext(this, made, suppliedIn);
    expectValue(this, made, word);
  },
);

/** Callbacks that the call under test was given must never come; others have their own reasons. */
async function expectNone(world: IospecWorld, subject: string, parameter: string): Promise<void> {
  await world.stage.settle();
  const { call } = world;
  const own = parameter in call.arguments;
  const made = callbacksIn(scopeOf(world, subject), parameter).filter(
    ({ registration }) => !own || registration.call === call,
  );
  world.expect.that(
    made.length === 0,
    `${parameter} is not called`,
    `no call of ${parameter}`,
    `${made.length}`,
  );
}

Then(
  new RegExp(`^${SUBJECT} shall not call (?:the )?(on_\\w+)(?: callback)?$`),
  function (this: IospecWorld, subject: string, parameter: string) {
    return expectNone(this, subject, parameter);
  },
);

Then(/^(on_\w+) shall not be called$/, function (this: IospecWorld, parameter: string) {
  return expectNone(this, 'the adapter', parameter);
});
