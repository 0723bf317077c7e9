import { Then, When } from '../../../../src/system/phrase_registry.js';
import { observed } from '../../../../src/stage/outcome.js';
import { callbacksIn } from '../../../../src/timeline/questions.js';
import { render } from '../../../../src/timeline/render.js';
import type { CallbackRecord, CallRecord } from '../../../../src/timeline/timeline.js';
import type { OPTIONHANDLER_HANDLE } from '../../../../src/adapters/xio/xio.js';
import { receivedBytes } from '../cells.js';
import { scopeOf } from '../../../../src/phrases/scope.js';
import type { TlsioStage } from '../../stage/stage.js';
import type { TlsioWorld } from '../../stage/world.js';

/** Longer than any deadline of an adapter for its close, in milliseconds. */
const BEYOND_EVERY_DEADLINE = 10 * 60_000;

/** Lets a close that is under way come to its end: by itself, or by the adapter's deadline. */
export async function outlastClosing(stage: TlsioStage): Promise<void> {
  await stage.settle();
  if (stage.state !== 'TLSIO_STATE_EXT_CLOSING') return;
  stage.clock.advance(BEYOND_EVERY_DEADLINE);
  await stage.settle();
}

function callbacksOf(world: TlsioWorld, call: CallRecord, parameter: string): readonly CallbackRecord[] {
  return world.timeline.callbacks.filter(
    ({ registration }) => registration.call === call && registration.parameter === parameter,
  );
}

When(
  /^(tlsio_\w+) is called and given all the time it needs$/,
  async function (this: TlsioWorld, functionName: string) {
    this.act();
    this.callUnderTest = this.stage.call(functionName);
    await outlastClosing(this.stage);
  },
);

When(/^tlsio_dowork is called until nothing happens any more$/, async function (this: TlsioWorld) {
  await this.stage.settle();
});

/** "it" is the call that the scenario is about; "once" is for scenarios about that, for it is watched in all. */
Then(
  /^(on_\w+) shall be called( once)? for it$/,
  async function (this: TlsioWorld, parameter: string, once: string | null) {
    await this.stage.settle();
    const { length } = callbacksOf(this, this.call, parameter);
    const enough = once === null ? length > 0 : length === 1;
    this.expect.that(enough, `${parameter} is called`, '1 call', `${length}`);
  },
);

Then(/^(on_\w+) shall be called once$/, async function (this: TlsioWorld, parameter: string) {
  await this.stage.settle();
  const { length } = this.timeline.callbacks.filter(
    ({ registration }) => registration.parameter === parameter,
  );
  this.expect.that(length === 1, `${parameter} is called once`, '1 call', `${length}`);
});

Then(/^the connection shall be open$/, async function (this: TlsioWorld) {
  const { stage } = this;
  await stage.settle();
  const open = 'TLSIO_STATE_EXT_OPEN';
  this.expect.that(stage.state === open, 'the connection is open', open, stage.state);
});

/** An open that was accepted inside the callback must lead to a connection; one that was refused must succeed now. */
Then(/^the adapter shall open, then or when it is asked again$/, async function (this: TlsioWorld) {
  const { stage } = this;
  const again = this.call.result === 0 ? this.call : stage.call('tlsio_open_async');
  this.expect.that(again.result === 0, 'tlsio_open_async succeeds', '0', observed(again.result));
  await stage.waitUntil(
    'on_io_open_complete',
    () => callbacksOf(this, again, 'on_io_open_complete').length > 0,
  );
  const result = callbacksOf(this, again, 'on_io_open_complete')[0]?.arguments.open_result;
  this.expect.that(result === 'IO_OPEN_OK', 'the adapter opens', 'IO_OPEN_OK', observed(result));
});

Then(/^the message shall arrive at the peer$/, async function (this: TlsioWorld) {
  await this.stage.settle();
  const message = Buffer.from(this.call.arguments.buffer as Uint8Array);
  const { received } = this.stage.under.peer;
  const copies = received.toString('latin1').split(message.toString('latin1')).length - 1;
  this.expect.that(
    copies === 1,
    'the message arrives once',
    '1 copy',
    `${copies} in ${received.length} bytes`,
  );
});

Then(/^the option value shall be among those retrieved$/, function (this: TlsioWorld) {
  const { optionName, value } = this.call.arguments;
  const handler = this.probe('tlsio_retrieveoptions').result as OPTIONHANDLER_HANDLE | null;
  const kept = handler?.options.find(({ name }) => name === optionName)?.value;
  this.expect.that(kept === value, 'the new value is kept', render(value), render(kept));
});

Then(/^tlsio_retrieveoptions shall give the options$/, function (this: TlsioWorld) {
  const handler = this.call.result as OPTIONHANDLER_HANDLE | null;
  const kept = handler?.options.find(({ name }) => name === 'TrustedCerts')?.value;
  const set = this.stage.under.trustedCerts;
  this.expect.that(kept === set, 'what was set is retrieved', render(set), render(kept));
});

/** Bytes that were read below before the callback changed the state are nobody's afterwards. */
Then(/^no further bytes shall be received$/, async function (this: TlsioWorld) {
  await this.stage.settle();
  const later = callbacksIn(scopeOf(this, 'the adapter'), 'on_bytes_received').length;
  this.expect.that(later === 0, 'nothing is delivered afterwards', 'no on_bytes_received', `${later}`);
});

Then(/^all that the peer sent shall be received in order$/, async function (this: TlsioWorld) {
  await this.stage.settle();
  this.mark = 0;
  const received = receivedBytes(this).toString();
  const sent = 'first bytes, more bytes, last bytes';
  this.expect.that(received === sent, 'every byte is delivered once, in order', sent, received);
});

Then(/^the opening shall end with (IO_OPEN_\w+)$/, function (this: TlsioWorld, wanted: string) {
  const result = callbacksOf(this, this.call, 'on_io_open_complete')[0]?.arguments.open_result;
  this.expect.that(result === wanted, 'the opening ends so', wanted, observed(result));
});
