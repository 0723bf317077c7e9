import { Then, When } from '../../../src/system/phrase_registry.js';
import { owed, type Owed } from '../../../src/timeline/completions.js';
import { outcome, observed } from '../../../src/stage/outcome.js';
import { render } from '../../../src/timeline/render.js';
import { callUnderTest } from '../../../src/phrases/circumstances.js';
import type { TlsioWorld } from '../stage/world.js';

/** How each phrase "enter TLSIO_STATE_EXT_…" is made to happen, so that its own definition is seen at work. */
const ENTRIES = new Map(
  Object.entries<(world: TlsioWorld) => Promise<void>>({
    TLSIO_STATE_EXT_OPEN: async (world) => {
      await world.stage.ensureCreated();
      callUnderTest(world, 'tlsio_open_async');
      await world.stage.waitUntil(
        'on_io_open_complete',
        () => world.stage.state !== 'TLSIO_STATE_EXT_OPENING',
      );
    },
    TLSIO_STATE_EXT_CLOSING: closeWithMessagesUnsent,
    TLSIO_STATE_EXT_CLOSED: closeWithMessagesUnsent,
    TLSIO_STATE_EXT_ERROR: async (world) => {
      await world.stage.enterState('TLSIO_STATE_EXT_OPEN');
      world.act();
      world.stage.under.peer.reset();
      await world.stage.waitUntil('on_io_error', () => world.stage.state === 'TLSIO_STATE_EXT_ERROR');
    },
  }),
);

async function closeWithMessagesUnsent(world: TlsioWorld): Promise<void> {
  await world.stage.prepareFor('tlsio_close_async');
  await world.stage.beforeCall('tlsio_close_async');
  callUnderTest(world, 'tlsio_close_async');
}

When(/^the adapter enters (TLSIO_STATE_EXT_\w+)$/, async function (this: TlsioWorld, state: string) {
  const enter = ENTRIES.get(state);
  if (enter === undefined) throw new Error(`no way to enter ${state} is known`);
  await enter(this);
});

When(/^the failed message is destroyed$/, async function (this: TlsioWorld) {
  await this.stage.enterState('TLSIO_STATE_EXT_OPEN');
  this.stage.under.inject('an underlying IO that fails to send');
  callUnderTest(this, 'tlsio_send_async');
  await this.stage.waitUntil('on_send_complete', () =>
    sendsOwed(this).every(({ completions }) => completions.length > 0),
  );
});

/** The messages that were unsent when the scenario acted, or sent since. */
function sendsOwed(world: TlsioWorld): readonly Owed[] {
  return owed(world.timeline, world.timeline.calls, 'on_send_complete', world.mark);
}

/** Each message owed is completed once, with its own context and the result named. */
function expectCompleted(world: TlsioWorld, messages: readonly Owed[], word: string): void {
  const wanted = outcome(word, world.specification, null);
  if (wanted === null) throw new Error(`${word} is no value that ${world.specification.file} defines`);
  for (const { call, completions } of messages) {
    const [first] = completions;
    const came = completions.length === 1 && first !== undefined;
    world.expect.that(
      came,
      'on_send_complete is called once for the message',
      '1 call',
      `${completions.length}`,
    );
    const { context, send_result: result } = first?.arguments ?? {};
    world.expect.that(
      context === call.arguments.callback_context,
      "on_send_complete gets the message's callback_context",
      render(call.arguments.callback_context),
      render(context),
    );
    world.expect.that(
      wanted.holds(result),
      `on_send_complete gets ${word}`,
      wanted.expected,
      observed(result),
    );
  }
}

Then(
  /^the adapter shall iterate through any unsent messages in the queue$/,
  async function (this: TlsioWorld) {
    await this.stage.settle();
    const messages = sendsOwed(this);
    const missing = messages.filter(({ completions }) => completions.length === 0).length;
    this.expect.that(
      missing === 0,
      'no unsent message is passed over',
      'every message reached',
      `${missing} left`,
    );
    const closed = this.timeline.callbacks.find(
      ({ registration, sequence }) =>
        registration.parameter === 'on_io_close_complete' && sequence >= this.mark,
    );
    const late = messages.filter(
      ({ completions: [first] }) => (first?.sequence ?? 0) > (closed?.sequence ?? Infinity),
    );
    this.expect.that(
      late.length === 0,
      'the messages come before the close is complete',
      'no on_send_complete after on_io_close_complete',
      `${late.length}`,
    );
    const order = messages.map(({ completions }) => completions[0]?.sequence ?? 0);
    const inOrder = order.every((sequence, index) => index === 0 || sequence > (order[index - 1] ?? 0));
    this.expect.that(
      inOrder,
      'the queue is gone through in its order',
      'first in, first out',
      order.join(', '),
    );
  },
);

Then(
  /^the adapter shall delete each message after calling its on_send_complete with the associated callback_context and (\w+)$/,
  async function (this: TlsioWorld, word: string) {
    await this.stage.settle();
    const messages = sendsOwed(this);
    expectCompleted(this, messages, word);
    const sent = this.stage.under.peer.received.toString();
    this.expect.that(
      !sent.includes('unsent message'),
      'a deleted message is not sent',
      'nothing at the peer',
      sent,
    );
  },
);

Then(/^the adapter shall remove the message from the queue$/, async function (this: TlsioWorld) {
  const before = this.stage.under.peer.received.length;
  await this.stage.settle();
  const completions = sendsOwed(this).flatMap((message) => message.completions);
  this.expect.that(
    completions.length === 1,
    'the message is gone from the queue',
    '1 completion',
    `${completions.length}`,
  );
  const after = this.stage.under.peer.received.length;
  this.expect.that(after === before, 'nothing more of it is sent', `${before} bytes at the peer`, `${after}`);
});

Then(
  /^the adapter shall destroy it after calling the message's on_send_complete along with its associated callback_context and (\w+)$/,
  function (this: TlsioWorld, word: string) {
    expectCompleted(this, sendsOwed(this), word);
  },
);

/** A name for the two duties that the next steps spell out: the definition's own words judge them. */
Then(/^tlsio_dowork shall destroy the failed message$/, function (this: TlsioWorld) {
  const left = sendsOwed(this).filter(({ completions }) => completions.length === 0).length;
  this.expect.that(left === 0, 'the failed message is destroyed', 'no message left', `${left} left`);
});

Then(/^the adapter shall forcibly close any existing connections$/, async function (this: TlsioWorld) {
  await this.stage.settle();
  const { connected } = this.stage.under.peer;
  this.expect.that(!connected, 'no connection is left', 'no connection at the peer', 'one still stands');
});

// The document's own spelling: "continute", "TSL".
Then(
  /^the adapter will continu(?:t)?e the process of opening the T(?:SL|LS) connection to the host on the next tlsio_dowork call$/,
  async function (this: TlsioWorld) {
    const early = this.timeline.callbacks.filter(({ sequence }) => sequence >= this.mark).length;
    this.expect.that(early === 0, 'nothing is reported before tlsio_dowork', 'no callback', `${early}`);
    await this.stage.waitUntil(
      'the connection that tlsio_dowork opens',
      () => this.stage.state !== 'TLSIO_STATE_EXT_OPENING',
    );
    const { state } = this.stage;
    this.expect.that(
      state === 'TLSIO_STATE_EXT_OPEN',
      'tlsio_dowork opens the connection',
      'TLSIO_STATE_EXT_OPEN',
      state,
    );
  },
);
