import { When } from '../../../../src/system/phrase_registry.js';
import { preparing } from '../../../../src/stage/preparation.js';
import type { NamedArguments } from '../../../../src/stage/session.js';
import type { TlsioStage } from '../../stage/stage.js';
import type { TlsioWorld } from '../../stage/world.js';
import { sendMessages } from './messages.js';

const MESSAGES = ['the first message', 'the second message', 'the third message'];
/** Several records, so that there is more to deliver when the first callback returns. */
const INCOMING = ['first bytes, ', 'more bytes, ', 'last bytes'];

/** How each callback, with each result it can carry, is brought about. */
const OCCASIONS = new Map(
  Object.entries<(world: TlsioWorld) => Promise<void>>({
    'on_io_open_complete with IO_OPEN_OK': ({ stage }) => stage.enterState('TLSIO_STATE_EXT_OPENING'),
    'on_io_open_complete with IO_OPEN_ERROR': ({ stage }) => {
      stage.under.inject('a connection that closes before the handshake');
      return stage.enterState('TLSIO_STATE_EXT_OPENING');
    },
    'on_io_open_complete with IO_OPEN_CANCELLED': async ({ stage }) => {
      await stage.enterState('TLSIO_STATE_EXT_OPENING');
      stage.call('tlsio_close_async');
    },
    on_bytes_received: async ({ stage }) => {
      await stage.enterState('TLSIO_STATE_EXT_OPEN');
      for (const bytes of INCOMING) stage.under.peer.send(Buffer.from(bytes));
    },
    'on_send_complete with IO_SEND_OK': async (world) => {
      await world.stage.enterState('TLSIO_STATE_EXT_OPEN');
      await sendMessages(world, MESSAGES);
    },
    'on_send_complete with IO_SEND_ERROR': async (world) => {
      await world.stage.enterState('TLSIO_STATE_EXT_OPEN');
      world.stage.under.inject('an underlying IO that fails to send');
      await sendMessages(world, MESSAGES);
    },
    'on_send_complete with IO_SEND_CANCELLED': async (world) => {
      await world.stage.enterState('TLSIO_STATE_EXT_OPEN');
      world.stage.under.holdSends();
      await sendMessages(world, MESSAGES);
      world.stage.call('tlsio_close_async');
      world.stage.under.releaseSends();
    },
    on_io_error: async ({ stage }) => {
      await stage.enterState('TLSIO_STATE_EXT_OPEN');
      stage.under.peer.reset();
    },
    on_io_close_complete: async ({ stage }) => {
      await stage.enterState('TLSIO_STATE_EXT_OPEN');
      stage.call('tlsio_close_async');
    },
  }),
);

/** What a call from inside a callback is given beyond valid defaults: a value that was not set before. */
function argumentsInside(functionName: string, { under }: TlsioStage): NamedArguments {
  return functionName === 'tlsio_setoption' ? { value: under.trustedCerts.repeat(2) } : {};
}

/** Calls a function from inside the first callback of a kind, and lets everything come to rest. */
When(
  /^(tlsio_\w+) is called from inside (on_\w+(?: with \w+)?)$/,
  async function (this: TlsioWorld, functionName: string, occasion: string) {
    const { stage } = this;
    const bringAbout = OCCASIONS.get(occasion);
    if (bringAbout === undefined) throw new Error(`no way to bring about ${occasion} is known`);
    const [parameter = '', result] = occasion.split(' with ');
    let came: unknown = null;
    stage.session.onNext(parameter, ({ arguments: given }) => {
      came = given.open_result ?? given.send_result;
      if (came !== result) return;
      this.act();
      this.callUnderTest = stage.call(functionName, argumentsInside(functionName, stage));
    });
    await preparing(`bring about ${occasion}`, async () => {
      await stage.ensureCreated();
      await bringAbout(this);
      await stage.waitUntil(parameter, () => came !== null);
      if (came !== result) throw new Error(`it came with ${String(came)}`);
    });
    await stage.settle();
  },
);
