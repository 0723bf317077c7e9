import { Then, When } from '../../../src/system/phrase_registry.js';
import { observed } from '../../../src/stage/outcome.js';
import { callbacksIn, callsBelowIn, logsIn } from '../../../src/timeline/questions.js';
import { callUnderTest } from '../../../src/phrases/circumstances.js';
import { scopeOf } from '../../../src/phrases/scope.js';
import type { TlsioWorld } from '../stage/world.js';

When(/^the closing process ends gracefully$/, async function (this: TlsioWorld) {
  await this.stage.enterState('TLSIO_STATE_EXT_OPEN');
  callUnderTest(this, 'tlsio_close_async');
  await this.stage.waitUntil('on_io_close_complete', () => this.stage.state !== 'TLSIO_STATE_EXT_CLOSING');
  const { closedGracefully } = this.stage.under.peer;
  this.expect.that(closedGracefully, 'the close is graceful', 'a close_notify at the peer', 'none');
});

When(/^tlsio_dowork successfully opens the TLS connection$/, async function (this: TlsioWorld) {
  await this.stage.ensureCreated();
  callUnderTest(this, 'tlsio_open_async');
  await this.stage.waitUntil('on_io_open_complete', () => this.stage.state !== 'TLSIO_STATE_EXT_OPENING');
});

Then(/^tlsio_close_async shall log that (\w+) has been called$/, function (this: TlsioWorld, name: string) {
  if (this.isBlindTo('log')) return;
  const lines = logsIn(scopeOf(this, 'tlsio_close_async')).map(({ message }) => message);
  const told = lines.some((line) => line.includes(name));
  this.expect.that(told, `the log tells of ${name}`, `a line with ${name}`, lines.join(' | ') || 'no line');
});

Then(/^tlsio_close_async shall then continue normally$/, async function (this: TlsioWorld) {
  const { result } = this.call;
  this.expect.that(result === 0, 'tlsio_close_async succeeds', '0', observed(result));
  await this.stage.settle();
  const completions = this.timeline.callbacks.filter(
    ({ registration }) => registration.call === this.call,
  ).length;
  this.expect.that(completions === 1, 'the close completes', '1 on_io_close_complete', `${completions}`);
});

/** What changes with the state (messages cancelled, the connection closed, the close completed) comes after it. */
Then(
  /^this callback shall be made before changing the internal state of the adapter$/,
  function (this: TlsioWorld) {
    const scope = scopeOf(this, 'tlsio_close_async');
    const [cancelled, ...others] = callbacksIn(scope);
    const name = cancelled?.registration.parameter ?? 'none';
    this.expect.that(
      name === 'on_io_open_complete',
      'on_io_open_complete comes first',
      'on_io_open_complete',
      name,
    );
    const sequence = cancelled?.sequence ?? -1;
    const earlier = this.timeline.below.filter(
      (event) => event.kind === 'below' && event.sequence > this.mark && event.sequence < sequence,
    );
    const what = earlier.map((event) => event.name).join(', ');
    this.expect.that(earlier.length === 0, 'nothing is closed before the callback', 'no call below', what);
    const closing = callsBelowIn(scope).filter((event) => event.sequence > sequence);
    this.expect.that(
      others.length + closing.length > 0,
      'the state changes after it',
      'a callback or a call below',
      'nothing after on_io_open_complete',
    );
  },
);

Then(/^tlsio_destroy shall release all allocated resources$/, async function (this: TlsioWorld) {
  const { under } = this.stage;
  await this.stage.settleWithoutDowork();
  this.expect.that(
    !under.peer.connected,
    'the connection is released',
    'no connection',
    'the peer still has one',
  );
  if (under.design !== 'chained') return;
  const [created, destroyed] = [under.calls('concrete_io_create'), under.calls('concrete_io_destroy')];
  this.expect.that(
    destroyed === created,
    'the owned xio is destroyed exactly once',
    `${created}`,
    `${destroyed}`,
  );
});

/** Nothing that the adapter does after destroy has returned would have a handle to belong to. */
Then(/^tlsio_destroy shall then release tlsio_handle$/, async function (this: TlsioWorld) {
  const returned = this.call.returned ?? Infinity;
  await this.stage.settleWithoutDowork();
  const later = [...this.timeline.callbacks, ...this.timeline.logs].filter(
    ({ sequence }) => sequence > returned,
  );
  this.expect.that(
    later.length === 0,
    'the adapter is silent afterwards',
    'no callback, no log line',
    `${later.length}`,
  );
  const below = this.timeline.below.filter(({ kind, sequence }) => kind === 'below' && sequence > returned);
  const what = below.map(({ name }) => name).join(', ');
  this.expect.that(below.length === 0, 'the adapter calls nothing below afterwards', 'no call', what);
});
