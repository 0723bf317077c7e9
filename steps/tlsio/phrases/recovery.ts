import { Then, When } from '../../../src/system/phrase_registry.js';
import { observed, outcome } from '../../../src/stage/outcome.js';
import type { CallRecord } from '../../../src/timeline/timeline.js';
import type { TlsioWorld } from '../stage/world.js';

/** The open that the retry sequence makes: the last one of the scenario. */
function retry(world: TlsioWorld): CallRecord | undefined {
  return world.timeline.calls.filter(({ function: name }) => name === 'tlsio_open_async').at(-1);
}

When(
  /^tlsio_close_async has been called and the on_io_close_complete callback has been received$/,
  async function (this: TlsioWorld) {
    const close = this.stage.call('tlsio_close_async');
    const completed = (): boolean =>
      this.timeline.callbacks.some(({ registration }) => registration.call === close);
    await this.stage.waitUntil('on_io_close_complete', completed);
  },
);

When(/^tlsio_open_async has been called successfully$/, function (this: TlsioWorld) {
  const { result } = this.stage.call('tlsio_open_async');
  this.expect.that(result === 0, 'tlsio_open_async succeeds after the fault', '0', observed(result));
});

When(
  /^tlsio_dowork has been called as necessary to permit this sequence of events$/,
  async function (this: TlsioWorld) {
    await this.stage.settle();
  },
);

Then(/^the "high-level retry sequence" shall succeed$/, function (this: TlsioWorld) {
  const { state } = this.stage;
  this.expect.that(
    state === 'TLSIO_STATE_EXT_OPEN',
    'the connection is open again',
    'TLSIO_STATE_EXT_OPEN',
    state,
  );
});

Then(
  /^the (on_\w+) callback has been received with (\w+)$/,
  function (this: TlsioWorld, parameter: string, word: string) {
    const wanted = outcome(word, this.specification, null);
    if (wanted === null) throw new Error(`${word} is no value that ${this.specification.file} defines`);
    const made = this.timeline.callbacks.filter(
      ({ registration }) => registration.parameter === parameter && registration.call === retry(this),
    );
    this.expect.that(made.length === 1, `${parameter} of the retry is called`, '1 call', `${made.length}`);
    const result = made[0]?.arguments.open_result;
    this.expect.that(wanted.holds(result), `${parameter} gets ${word}`, wanted.expected, observed(result));
  },
);
