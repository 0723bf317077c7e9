import { Then } from '../../../src/system/phrase_registry.js';
import { callbacksIn, describe } from '../../../src/timeline/questions.js';
import { observed, outcome } from '../../../src/stage/outcome.js';
import { render } from '../../../src/timeline/render.js';
import { scopeOf } from '../../../src/phrases/scope.js';
import { toldBy } from '../stage/scope.js';
import type { AsyncSocketWorld } from '../stage/world.js';

const list = (states: readonly string[]): string =>
  states.length === 0 ? 'no change of state' : states.join(', ');

/** A state that passes: it is entered first, and another one follows. */
Then(
  /^(\w+) shall switch the state to (\w+)$/,
  function (this: AsyncSocketWorld, name: string, state: string) {
    if (this.isBlindTo('diagnostics')) return;
    const states = this.stage.diagnostics.states(toldBy(this, name));
    this.expect.that(states[0] === state, `${name} switches to ${state} first`, state, list(states));
  },
);

/** The state that stays. */
Then(
  /^(\w+) shall set the state to (\w+)$/,
  async function (this: AsyncSocketWorld, name: string, state: string) {
    if (!this.isBlindTo('diagnostics')) {
      const states = this.stage.diagnostics.states(toldBy(this, name));
      this.expect.that(states.at(-1) === state, `${name} leaves the state ${state}`, state, list(states));
    }
    for (const { what, holds, expected, observed: seen } of await this.stage.evidenceOf(state)) {
      this.expect.that(holds, what, expected, seen);
    }
  },
);

/** The sentence calls the context like a function: the callback that it belongs to is meant. */
Then(
  /^(\w+) shall call (on_\w+)_context with (\w+)$/,
  function (this: AsyncSocketWorld, name: string, parameter: string, word: string) {
    const wanted = outcome(word, this.specification, null);
    if (wanted === null) throw new Error(`${word} is no value that ${this.specification.file} defines`);
    const made = callbacksIn(scopeOf(this, name), parameter);
    this.expect.that(
      made.length === 1,
      `${name} calls ${parameter} once`,
      '1 call',
      describe(scopeOf(this, name)),
    );
    for (const { arguments: given, registration, sequence } of made) {
      const { context, ...values } = given;
      const same = context === registration.context;
      this.expect.that(same, `${parameter} gets its context`, render(registration.context), render(context));
      const seen = Object.values(values).map(observed).join(', ');
      this.expect.that(
        Object.values(values).some(wanted.holds),
        `${parameter} gets ${word}`,
        wanted.expected,
        seen,
      );
      const isInside = sequence < (registration.call.returned ?? 0);
      this.expect.that(isInside, `${parameter} is called before ${name} returns`, 'before', 'afterwards');
    }
  },
);

Then(/^(async_socket_\w+) shall return$/, async function (this: AsyncSocketWorld, name: string) {
  const before = this.stage.isSocketOpen;
  await this.stage.settle();
  const scope = scopeOf(this, name);
  const call = this.timeline.calls.find((one) => one.function === name && one.sequence >= this.mark);
  const seen = call === undefined ? 'it was not called' : 'it did not return';
  this.expect.that(call !== undefined && call.returned !== null, `${name} returns`, 'a return', seen);
  const done = describe(scope);
  this.expect.that(done === 'nothing', `${name} does nothing`, 'nothing', done);
  const after = this.stage.isSocketOpen;
  this.expect.that(before === after, `${name} leaves the socket as it was`, String(before), String(after));
});
