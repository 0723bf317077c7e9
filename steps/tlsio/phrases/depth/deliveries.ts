import { Given, Then, When } from '../../../../src/system/phrase_registry.js';
import { Note } from '../../../../src/stage/notes.js';
import { render } from '../../../../src/timeline/render.js';
import type { Completion, CompletionPlan } from '../../underlying/index.js';
import { receivedBytes } from '../cells.js';
import type { TlsioWorld } from '../../stage/world.js';
import { sendMessages } from './messages.js';
import { patterned } from './pattern.js';

/** What the underlying IO takes at once of a message that is stopped halfway. */
const PIECE = 10_000;
const STOPPED_MESSAGE = 100_000;

const sentByPeer = new Note<Buffer>('the peer has sent nothing');

const MANNERS = new Map(
  Object.entries<CompletionPlan>({
    never: { times: 0 },
    twice: { times: 2 },
    'three times': { times: 3 },
    late: { late: 20 },
  }),
);

Given(/^the underlying IO takes (\d+) bytes? at a time$/, function (this: TlsioWorld, size: string) {
  this.stage.under.takeInPiecesOf(Number(size));
});

Given(/^the underlying IO delivers (\d+) bytes? at a time$/, function (this: TlsioWorld, size: string) {
  this.stage.under.deliverInPiecesOf(Number(size));
});

/** Withdrawn where Node.js itself keeps an underlying IO from telling a completion in that manner. */
Given(
  /^the underlying IO tells its (open|send|close) completion (never|twice|three times|late)$/,
  function (this: TlsioWorld, completion: Completion, manner: string) {
    const { under } = this.stage;
    try {
      under.scriptCompletion(completion, MANNERS.get(manner) ?? {});
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return this.withdraw('notApplicable', `design is ${under.design}: ${error.message}`);
    }
    return undefined;
  },
);

When(/^a message of (\d+) bytes? is sent$/, async function (this: TlsioWorld, size: string) {
  await this.stage.enterState('TLSIO_STATE_EXT_OPEN');
  this.act();
  await sendMessages(this, [patterned(Number(size))]);
  await this.stage.settle();
});

When(/^a message is sent that the underlying IO stops taking halfway$/, async function (this: TlsioWorld) {
  const { under } = this.stage;
  await this.stage.enterState('TLSIO_STATE_EXT_OPEN');
  under.takeInPiecesOf(PIECE);
  const before = under.peer.cipherBytes;
  this.act();
  await sendMessages(this, [patterned(STOPPED_MESSAGE)]);
  const half = before + STOPPED_MESSAGE / 2;
  await this.stage.waitUntil('half of the message', () => under.peer.cipherBytes >= half);
  under.holdSends();
  await this.stage.settle();
});

When(/^the underlying IO takes the rest$/, async function (this: TlsioWorld) {
  this.stage.under.releaseSends();
  await this.stage.settle();
});

When(/^the peer sends (\d+) bytes?$/, async function (this: TlsioWorld, size: string) {
  await this.stage.enterState('TLSIO_STATE_EXT_OPEN');
  this.act();
  this.stage.notes.set(sentByPeer, patterned(Number(size)));
  this.stage.under.peer.send(patterned(Number(size)));
  await this.stage.settle();
});

When(/^the peer sends (\d+) bytes and closes$/, async function (this: TlsioWorld, size: string) {
  const { peer } = this.stage.under;
  await this.stage.enterState('TLSIO_STATE_EXT_OPEN');
  this.act();
  this.stage.notes.set(sentByPeer, patterned(Number(size)));
  peer.send(patterned(Number(size)));
  peer.close();
  await this.stage.settle();
});

Then(/^exactly these bytes shall be received$/, async function (this: TlsioWorld) {
  await this.stage.settle();
  const sent = this.stage.notes.get(sentByPeer);
  const received = receivedBytes(this);
  this.expect.that(received.equals(sent), 'every byte comes once, in order', render(sent), render(received));
});

Then(/^on_io_error shall be called once, after the last bytes$/, async function (this: TlsioWorld) {
  await this.stage.settle();
  const order = this.timeline.callbacks
    .filter(({ sequence }) => sequence >= this.mark)
    .map(({ registration }) => registration.parameter);
  const errors = order.filter((name) => name === 'on_io_error').length;
  this.expect.that(errors === 1, 'the end is told once', '1 on_io_error', `${errors}`);
  const last = order.at(-1);
  this.expect.that(last === 'on_io_error', 'it is told last', 'on_io_error', String(last));
});
