import { Given, Then, When } from '../../../../src/system/phrase_registry.js';
import { observed } from '../../../../src/stage/outcome.js';
import type { CallRecord } from '../../../../src/timeline/timeline.js';
import { callUnderTest } from '../../../../src/phrases/circumstances.js';
import type { TlsioWorld } from '../../stage/world.js';

/** Closes of the scenario's action, oldest first. */
function closes(world: TlsioWorld): readonly CallRecord[] {
  return world.timeline.calls.filter(
    ({ function: name, sequence }) => name === 'tlsio_close_async' && sequence >= world.mark,
  );
}

/** The peer has got the beginning of the handshake; its answer comes byte by byte. */
Given(/^the handshake is under way$/, async function (this: TlsioWorld) {
  const { stage } = this;
  stage.under.deliverInPiecesOf(1);
  await stage.enterState('TLSIO_STATE_EXT_OPENING');
  await stage.waitUntil('the beginning of the handshake', () => stage.under.peer.cipherBytes > 0);
});

When(/^tlsio_close_async is called twice$/, function (this: TlsioWorld) {
  callUnderTest(this, 'tlsio_close_async');
  this.callUnderTest = this.stage.call('tlsio_close_async');
});

When(/^tlsio_close_async is called again after its completion$/, async function (this: TlsioWorld) {
  callUnderTest(this, 'tlsio_close_async');
  await this.stage.settle();
  this.callUnderTest = this.stage.call('tlsio_close_async');
});

Then(/^each close shall succeed$/, function (this: TlsioWorld) {
  const results = closes(this).map(({ result }) => observed(result));
  const all = results.length === 2 && results.every((result) => result === '0');
  this.expect.that(all, 'each tlsio_close_async returns 0', '0, 0', results.join(', '));
});

Then(/^each close shall be completed once, in their order$/, async function (this: TlsioWorld) {
  await this.stage.settle();
  const completed = this.timeline.callbacks
    .filter(({ registration }) => registration.parameter === 'on_io_close_complete')
    .map(({ registration }) => closes(this).indexOf(registration.call) + 1)
    .filter((number) => number > 0);
  const order = completed.join(', ');
  this.expect.that(order === '1, 2', 'each on_io_close_complete is called once', '1, 2', order || 'none');
});

/** The bytes have reached the adapter's side before the close, and more come after it. */
When(/^tlsio_close_async is called while the peer sends$/, async function (this: TlsioWorld) {
  const { stage } = this;
  stage.under.inject('a peer that never answers the close');
  stage.under.peer.send(Buffer.from('sent before the close'));
  await stage.settleWithoutDowork();
  callUnderTest(this, 'tlsio_close_async');
  if (stage.under.peer.connected) stage.under.peer.send(Buffer.from('sent after the close'));
  await stage.settle();
});

const PEERS_DOINGS = new Map(
  Object.entries<(world: TlsioWorld) => void>({
    sends: ({ stage }) => {
      stage.under.peer.send(Buffer.from('nobody waits for this'));
    },
    closes: ({ stage }) => {
      stage.under.peer.close();
    },
    resets: ({ stage }) => {
      stage.under.peer.reset();
    },
  }),
);

/** What the peer did is there to be noticed, but no tlsio_dowork has noticed it. */
When(
  /^tlsio_destroy is called while the peer (sends|closes|resets)$/,
  async function (this: TlsioWorld, doing: string) {
    PEERS_DOINGS.get(doing)?.(this);
    await this.stage.settleWithoutDowork();
    callUnderTest(this, 'tlsio_destroy');
  },
);
