import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import { Then } from '../../../src/system/phrase_registry.js';
import { isDeclined } from '../../../src/stage/seams.js';
import type { TlspoolStage } from '../stage/stage.js';
import type { TlspoolWorld } from '../stage/world.js';
import { callbacksSince } from './client_thens.js';

/** Whether the application got an open descriptor: of an adapter that opens its own only the number is seen here. */
function isDescriptor({ adapter, stage }: TlspoolWorld, plain: number): boolean {
  const isUnseen = isDeclined(adapter.capabilities, 'descriptors');
  return isUnseen ? plain >= 0 : stage.recorder.owned.has(plain);
}

/** What is written into it arrives where the pool, or the peer behind the pool, has the other end; and back. */
Then(
  /^the client shall report (\d+) descriptors? that carries plain text$/,
  async function (this: TlspoolWorld, count: number) {
    const { stage } = this;
    await stage.settle();
    const made = callbacksSince(this, 'on_flow_protected').map(({ arguments: given }) => given.plaintext);
    const [plain] = made;
    this.expect.that(
      made.length === count && typeof plain === 'number' && isDescriptor(this, plain),
      'on_flow_protected gets a descriptor',
      String(count),
      made.map(String).join(', ') || 'no call',
    );
    if (typeof plain !== 'number') return;
    const near = stage.under.descriptors.stream(stage.recorder.take(plain));
    const far = farEnd(stage);
    try {
      for (const [from, to, text] of [
        [near, far, 'from the application'],
        [far, near, 'from the peer'],
      ] as const) {
        let got = '';
        to.on('data', (bytes: Buffer) => (got += bytes.toString()));
        from.write(text);
        await stage.comes(() => got.length >= text.length);
        this.expect.that(got === text, `text ${text} arrives`, text, got);
      }
    } finally {
      for (const stream of [near, far]) {
        stream.destroy();
        if (!stream.closed) await once(stream, 'close');
      }
    }
  },
);

function farEnd(stage: TlspoolStage): Duplex {
  const kept = stage.client.place.plain();
  if (kept !== null) return stage.under.descriptors.stream(kept);
  const [peer] = stage.peers.values();
  if (peer === undefined) throw new Error('there is no peer');
  return peer;
}
