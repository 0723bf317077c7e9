import { Then, When } from '../../../../src/system/phrase_registry.js';
import type { TlsioWorld } from '../../stage/world.js';
import { completionsOf, messagesOf, sendMessages } from './messages.js';
import { patterned } from './pattern.js';

const MIB = 1024 * 1024;

/** More than the buffers of a TCP connection hold, so that it can't be on its way as a whole. */
When(
  /^a message of (\d+) MiB is sent to a peer that has stopped reading$/,
  async function (this: TlsioWorld, size: string) {
    const { stage } = this;
    await stage.enterState('TLSIO_STATE_EXT_OPEN');
    stage.under.peer.stopReading();
    this.act();
    await sendMessages(this, [patterned(Number(size) * MIB)]);
    await stage.settle();
  },
);

function complete(world: TlsioWorld): boolean {
  return messagesOf(world).every((message) => completionsOf(world, message).length > 0);
}

When(/^the peer goes on reading$/, async function (this: TlsioWorld) {
  this.stage.under.peer.resumeReading();
  await this.stage.waitUntil('the completion of the message', () => complete(this));
  await this.stage.settle();
});

/** Reads what has come, stops, and lets everything come to rest before it reads on. */
When(/^the peer reads in (\d+) gulps and then goes on$/, async function (this: TlsioWorld, gulps: string) {
  const { peer } = this.stage.under;
  for (let gulp = 0; gulp < Number(gulps) && !complete(this); gulp += 1) {
    const before = peer.cipherBytes;
    peer.resumeReading();
    await this.stage.waitUntil('a gulp', () => peer.cipherBytes > before);
    peer.stopReading();
    await this.stage.settle();
  }
  peer.resumeReading();
  await this.stage.waitUntil('the completion of the message', () => complete(this));
  await this.stage.settle();
});

Then(/^the message shall wait$/, function (this: TlsioWorld) {
  const { state } = this.stage;
  const open = 'TLSIO_STATE_EXT_OPEN';
  this.expect.that(!complete(this), 'the message is not complete', 'no on_send_complete', 'a completion');
  this.expect.that(state === open, 'the connection stays open', open, state);
});
