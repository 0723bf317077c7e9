import { Then, When } from '../../../../src/system/phrase_registry.js';
import { preparing } from '../../../../src/stage/preparation.js';
import { below, expectEqual } from '../../stage/questions.js';
import type { WsioStage } from '../../stage/stage.js';
import type { WsioWorld } from '../../stage/world.js';
import { failNext } from '../../stage/failures.js';

/** How each callback, with each result it can carry, is brought about. */
const OCCASIONS = new Map(
  Object.entries<(stage: WsioStage) => Promise<unknown> | undefined>({
    'on_io_open_complete with IO_OPEN_OK': (stage) => {
      stage.call('wsio_open');
      return undefined;
    },
    'on_io_open_complete with IO_OPEN_ERROR': (stage) => {
      stage.under.peer.conduct = 'refuse';
      stage.call('wsio_open');
      return undefined;
    },
    'on_io_open_complete with IO_OPEN_CANCELLED': (stage) => {
      stage.call('wsio_open');
      stage.call('wsio_close');
      return undefined;
    },
    on_bytes_received: async (stage) => {
      await stage.enterState('open');
      for (const text of ['first', 'second', 'third']) stage.under.peer.send(Buffer.from(text));
    },
    'on_send_complete with IO_SEND_OK': async (stage) => {
      await stage.enterState('open');
      await stage.leaveUnsent(3);
    },
    'on_send_complete with IO_SEND_ERROR': async (stage) => {
      await stage.enterState('open');
      await stage.leaveUnsent(3);
      failNext(stage, 'lws_write');
    },
    'on_send_complete with IO_SEND_CANCELLED': async (stage) => {
      await stage.enterState('open');
      await stage.leaveUnsent(3);
      stage.call('wsio_close');
    },
    on_io_error: async (stage) => {
      await stage.enterState('open');
      stage.under.holdWrites();
      await stage.leaveUnsent(2);
      stage.under.peer.drop();
    },
    on_io_close_complete: async (stage) => {
      await stage.enterState('open');
      stage.call('wsio_close');
    },
  }),
);

/** Calls a function from inside the first callback of a kind, and lets everything come to rest. */
When(
  /^(wsio_\w+) is called from inside (on_\w+(?: with \w+)?)$/,
  async function (this: WsioWorld, functionName: string, occasion: string) {
    const { stage } = this;
    const bringAbout = OCCASIONS.get(occasion);
    if (bringAbout === undefined) throw new Error(`no way to bring about ${occasion} is known`);
    const [parameter = '', result] = occasion.split(' with ');
    let came: unknown = null;
    // An open that succeeds on the way is not the occasion.
    const react = (): void => {
      stage.session.onNext(parameter, ({ arguments: given }) => {
        came = given.open_result ?? given.send_result;
        if (came !== result) return;
        this.act();
        this.callUnderTest = stage.call(functionName);
      });
    };
    await preparing(`bring about ${occasion}`, async () => {
      await stage.ensureCreated();
      react();
      await bringAbout(stage);
      await stage.waitUntil(parameter, () => came !== null);
      if (came !== result) throw new Error(`it came with ${String(came)}`);
    });
    await stage.settle();
    stage.under.releaseWrites();
    stage.under.peer.conduct = 'accept';
  },
);

Then(/^lws_service shall not be called inside itself$/, function (this: WsioWorld) {
  const { returned } = this.call;
  const inside = below(this, 'lws_service').filter(({ sequence }) => sequence < (returned ?? 0));
  expectEqual(this, 'calls of lws_service inside the call', 0, inside.length);
});

/** Whatever came before: it can be closed if it is not, opened, and used. */
Then(/^the wsio shall be of use afterwards$/, async function (this: WsioWorld) {
  const { stage } = this;
  await stage.settle();
  if (stage.state !== 'closed') expectEqual(this, 'wsio_close', 0, stage.call('wsio_close').result);
  expectEqual(this, 'wsio_open', 0, stage.call('wsio_open').result);
  await stage.waitUntil('on_io_open_complete', () => stage.state !== 'opening');
  expectEqual(this, 'the state', 'open', stage.state);
  const before = stage.under.peer.received.length;
  expectEqual(this, 'wsio_send', 0, stage.call('wsio_send').result);
  await stage.waitUntil('the message at the peer', () => stage.under.peer.received.length > before);
});
