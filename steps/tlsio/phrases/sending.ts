import { Then, When } from '../../../src/system/phrase_registry.js';
import { observed } from '../../../src/stage/outcome.js';
import { callbacksIn } from '../../../src/timeline/questions.js';
import { render } from '../../../src/timeline/render.js';
import type { CallbackRecord } from '../../../src/timeline/timeline.js';
import { callUnderTest, defineCircumstance } from '../../../src/phrases/circumstances.js';
import { scopeOf } from '../../../src/phrases/scope.js';
import { outcome } from '../../../src/stage/outcome.js';
import type { TlsioWorld } from '../stage/world.js';

/** More than any one TLS record holds, so that it goes below in several pieces. */
const LARGE_MESSAGE = 200_000;
/** What the underlying IO takes at once of a message that it does not take whole. */
const PIECE = 1_000;

function completionsOfCall(world: TlsioWorld): readonly CallbackRecord[] {
  return world.timeline.callbacks.filter(
    ({ registration }) => registration.call === world.call && registration.parameter === 'on_send_complete',
  );
}

function patterned(size: number): Buffer {
  return Buffer.from(Uint8Array.from({ length: size }, (_, index) => (index * 31 + (index >> 8)) & 0xff));
}

/** The caller's buffer changes as soon as the call has returned: what arrives shows whether its contents were taken. */
Then(
  /^tlsio_send_async shall enqueue for transmission the on_send_complete, the callback_context, the size, and the contents of buffer$/,
  async function (this: TlsioWorld) {
    const buffer = this.call.arguments.buffer as Uint8Array;
    const size = Number(this.call.arguments.size);
    const contents = Buffer.from(buffer.subarray(0, size));
    buffer.fill(0);
    await this.stage.settle();
    const { received } = this.stage.under.peer;
    this.expect.that(
      received.equals(contents),
      'the contents of buffer arrive',
      render(contents),
      render(received),
    );
    const [completion] = completionsOfCall(this);
    this.expect.that(
      completion !== undefined,
      'on_send_complete is called',
      'a call of on_send_complete',
      'none',
    );
    const context = completion?.arguments.context;
    const given = this.call.arguments.callback_context;
    this.expect.that(context === given, 'it gets the callback_context', render(given), render(context));
  },
);

/** A close from inside on_send_complete shows whether the message had left the queue by then. */
When(
  /^tlsio_dowork is able to send all the bytes in an enqueued message$/,
  async function (this: TlsioWorld) {
    await this.stage.enterState('TLSIO_STATE_EXT_OPEN');
    this.stage.session.onNext('on_send_complete', () => {
      this.stage.call('tlsio_close_async');
    });
    callUnderTest(this, 'tlsio_send_async');
    await this.stage.waitUntil('on_send_complete', () => completionsOfCall(this).length > 0);
  },
);

Then(/^tlsio_dowork shall first dequeue the message$/, async function (this: TlsioWorld) {
  await this.stage.settle();
  const { length } = completionsOfCall(this);
  this.expect.that(
    length === 1,
    'a close from inside the callback does not find the message again',
    '1 completion',
    `${length}`,
  );
});

Then(
  /^tlsio_dowork shall then call the messages's on_send_complete along with its associated callback_context and (\w+)$/,
  function (this: TlsioWorld, word: string) {
    const wanted = outcome(word, this.specification, null);
    if (wanted === null) throw new Error(`${word} is no value that ${this.specification.file} defines`);
    const made = callbacksIn(scopeOf(this, 'tlsio_dowork'), 'on_send_complete');
    this.expect.that(made.length === 1, 'tlsio_dowork calls on_send_complete', '1 call', `${made.length}`);
    const { context, send_result: result } = made[0]?.arguments ?? {};
    const given = this.call.arguments.callback_context;
    this.expect.that(context === given, 'it gets the callback_context', render(given), render(context));
    this.expect.that(wanted.holds(result), `it gets ${word}`, wanted.expected, observed(result));
    const arrived = this.stage.under.peer.received;
    const message = Buffer.from(this.stage.message);
    this.expect.that(arrived.equals(message), 'all the bytes arrived', render(message), render(arrived));
  },
);

defineCircumstance(
  'the TLS connection was not able to send an entire enqueued message at once',
  async (world: TlsioWorld) => {
    const { stage } = world;
    await stage.enterState('TLSIO_STATE_EXT_OPEN');
    stage.under.takeInPiecesOf(PIECE);
    stage.under.holdSends();
    stage.message = patterned(LARGE_MESSAGE);
    stage.call('tlsio_send_async');
    return {};
  },
);

Then(
  /^subsequent calls to tlsio_dowork shall continue to send the remaining bytes$/,
  async function (this: TlsioWorld) {
    const { stage } = this;
    await stage.settle();
    const early = callbacksIn(scopeOf(this, 'the adapter'), 'on_send_complete').length;
    const atFirst = stage.under.peer.received.length;
    this.expect.that(
      atFirst < LARGE_MESSAGE,
      'not all was sent at once',
      `less than ${LARGE_MESSAGE}`,
      `${atFirst}`,
    );
    this.expect.that(early === 0, 'an unfinished message is not complete', 'no on_send_complete', `${early}`);
    stage.under.releaseSends();
    await stage.waitUntil('the remaining bytes', () => stage.under.peer.received.length >= LARGE_MESSAGE);
    await stage.settle();
    const whole = stage.under.peer.received.equals(Buffer.from(stage.message));
    this.expect.that(whole, 'the message arrives whole and in order', `${LARGE_MESSAGE} bytes`, 'others');
    const complete = callbacksIn(scopeOf(this, 'tlsio_dowork'), 'on_send_complete').length > 0;
    this.expect.that(complete, 'the message is complete then', 'a call of on_send_complete', 'none');
  },
);

/** The sentence is about sending: receiving goes on, so the underlying IO is still pumped and read, and data delivered. */
defineCircumstance('there are no enqueued messages available', async (world: TlsioWorld) => {
  const { stage } = world;
  await stage.enterState('TLSIO_STATE_EXT_OPEN');
  await stage.settle();
  world.tolerated = new Set(['concrete_io_dowork', 'read', 'on_bytes_received']);
  return {};
});
