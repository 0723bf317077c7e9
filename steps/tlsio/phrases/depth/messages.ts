import { Then, When } from '../../../../src/system/phrase_registry.js';
import { Note } from '../../../../src/stage/notes.js';
import { observed, outcome } from '../../../../src/stage/outcome.js';
import { preparing } from '../../../../src/stage/preparation.js';
import { render } from '../../../../src/timeline/render.js';
import type { CallbackRecord, CallRecord } from '../../../../src/timeline/timeline.js';
import type { TlsioWorld } from '../../stage/world.js';
import { patterned } from './pattern.js';

/** A message of a scenario: the call that sent it, and what it held. */
interface Message {
  readonly call: CallRecord;
  readonly contents: Buffer;
}

const messages = new Note<Message[]>('no message was sent');

/** What the underlying IO takes at once where a message is to be seen in the middle of its way. */
const PIECE = 16_384;
/** Too long to go out at once. */
const LONG_MESSAGE = 1024 * 1024;

/** The messages that the scenario has sent, oldest first. */
export function messagesOf(world: TlsioWorld): readonly Message[] {
  return world.stage.notes.find(messages) ?? [];
}

/**
 * Queues messages.
 * @throws PreparationError when the adapter refuses one.
 */
export async function sendMessages(world: TlsioWorld, contents: readonly (string | Buffer)[]): Promise<void> {
  const sent = world.stage.notes.ensure(messages, () => []);
  await preparing('send a message', () => {
    for (const one of contents) {
      const buffer = typeof one === 'string' ? Buffer.from(one) : one;
      const call = world.stage.call('tlsio_send_async', { buffer, size: buffer.length });
      if (call.result !== 0) throw new Error(`tlsio_send_async returned ${String(call.result)}`);
      sent.push({ call, contents: buffer });
    }
  });
}

/** The completions that a message has had so far. */
export function completionsOf(world: TlsioWorld, { call }: Message): readonly CallbackRecord[] {
  return world.timeline.callbacks.filter(
    ({ registration }) => registration.call === call && registration.parameter === 'on_send_complete',
  );
}

function message(world: TlsioWorld, number: string): Message {
  const found = messagesOf(world)[Number(number) - 1];
  if (found === undefined) throw new Error(`the scenario has sent no message ${number}`);
  return found;
}

When(/^(\d+) messages are sent$/, async function (this: TlsioWorld, count: string) {
  await this.stage.enterState('TLSIO_STATE_EXT_OPEN');
  this.act();
  await sendMessages(
    this,
    Array.from({ length: Number(count) }, (_, index) => `message ${index + 1} of ${count}, `),
  );
  await this.stage.settle();
});

/** The message named is a long one, in pieces; the connection breaks when the first of them has arrived. */
When(
  /^(\d+) messages are sent and the connection breaks in the middle of message (\d+)$/,
  async function (this: TlsioWorld, count: string, failing: string) {
    const { stage } = this;
    await stage.enterState('TLSIO_STATE_EXT_OPEN');
    stage.under.takeInPiecesOf(PIECE);
    const contents = Array.from({ length: Number(count) }, (_, index) =>
      index + 1 === Number(failing) ? patterned(LONG_MESSAGE) : Buffer.from(`message ${index + 1}`),
    );
    const before = contents.slice(0, Number(failing) - 1).reduce((sum, { length }) => sum + length, 0);
    this.act();
    await sendMessages(this, contents);
    await stage.waitUntil(
      `the first bytes of message ${failing}`,
      () => stage.under.peer.received.length > before,
    );
    stage.under.peer.reset();
    // What becomes of the messages is asked about, not whether the adapter reports the break.
    await preparing('report the break', () =>
      stage.waitUntil('on_io_error', () => stage.state === 'TLSIO_STATE_EXT_ERROR'),
    );
    await stage.settle();
  },
);

/** That it is told once is watched in every scenario; "once" in the phrase is for those that are about that. */
Then(
  /^message (\d+) shall be completed( once)? with (\w+)$/,
  async function (this: TlsioWorld, number: string, once: string | null, word: string) {
    const wanted = outcome(word, this.specification, null);
    if (wanted === null) throw new Error(`${word} is no value that ${this.specification.file} defines`);
    await this.stage.settle();
    const made = completionsOf(this, message(this, number));
    const enough = once === null ? made.length > 0 : made.length === 1;
    this.expect.that(enough, `message ${number} is completed`, '1 call', `${made.length}`);
    const result = made[0]?.arguments.send_result;
    this.expect.that(wanted.holds(result), `with ${word}`, wanted.expected, observed(result));
  },
);

Then(
  /^the oldest message without (\w+) shall be completed with (\w+)$/,
  function (this: TlsioWorld, sent: string, word: string) {
    const results = messagesOf(this).map((one) => completionsOf(this, one)[0]?.arguments.send_result);
    const oldest = results.find((result) => result !== sent);
    this.expect.that(oldest === word, 'the oldest one that was not sent fails', word, results.join(', '));
  },
);

Then(/^message (\d+) shall not be completed$/, async function (this: TlsioWorld, number: string) {
  await this.stage.settle();
  const made = completionsOf(this, message(this, number)).map(({ arguments: given }) => given.send_result);
  this.expect.that(
    made.length === 0,
    `message ${number} is not completed`,
    'no on_send_complete',
    made.join(', '),
  );
});

Then(/^the messages shall be completed in their order$/, async function (this: TlsioWorld) {
  await this.stage.settle();
  const order = messagesOf(this).map((one) => completionsOf(this, one)[0]?.sequence ?? Infinity);
  const inOrder = order.every((sequence, index) => sequence < (order[index + 1] ?? Infinity));
  this.expect.that(inOrder, 'first sent, first completed', 'ascending events', order.join(', '));
});

Then(/^the messages shall arrive whole and in their order$/, async function (this: TlsioWorld) {
  await this.stage.settle();
  const sent = Buffer.concat(messagesOf(this).map(({ contents }) => contents));
  const { received } = this.stage.under.peer;
  this.expect.that(received.equals(sent), 'all bytes arrive, in order', render(sent), render(received));
});

/** An error of the connection is told after the failure of the message that it hit. */
Then(
  /^on_io_error shall be called after message (\d+) was completed$/,
  function (this: TlsioWorld, number: string) {
    const told = this.timeline.callbacks.find(({ registration }) => registration.parameter === 'on_io_error');
    this.expect.that(told !== undefined, 'the error is told', 'on_io_error', 'none');
    const completed = completionsOf(this, message(this, number))[0]?.sequence ?? Infinity;
    const after = told?.sequence ?? 0;
    this.expect.that(
      completed < after,
      'the message comes first',
      `on_send_complete before event ${after}`,
      `event ${completed}`,
    );
  },
);

/** Which of the two is the adapter's own choice; what it accepted it owes a completion. */
Then(/^the message shall be refused, or completed by the next close$/, async function (this: TlsioWorld) {
  const { stage, call } = this;
  const accepted = call.result === 0;
  stage.call('tlsio_close_async');
  await stage.settle();
  const completed = this.timeline.callbacks.some(({ registration }) => registration.call === call);
  const due = accepted ? 'on_send_complete' : 'no on_send_complete';
  const came = completed ? 'on_send_complete' : 'no on_send_complete';
  this.expect.that(due === came, 'a message is completed if it was accepted', due, came);
});
