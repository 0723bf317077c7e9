import { createHash, type Hash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Then, When } from '../../../../src/system/phrase_registry.js';
import { Note } from '../../../../src/stage/notes.js';
import type { ON_BYTES_RECEIVED, ON_SEND_COMPLETE } from '../../../../src/adapters/xio/xio.js';
import { preparing } from '../../../../src/stage/preparation.js';
import type { TlsioWorld } from '../../stage/world.js';
import { patterned } from './pattern.js';
import { LONG_STEP_MS, Quickly } from '../../stage/vtable.js';

const MIB = 1024 * 1024;
/** How far the sender is ahead of what has come out at the other end. */
const WINDOW = 4 * MIB;
/** What may be in memory at any time beside what has arrived: what is under way, and the buffers it goes through. */
const MOST_HELD = WINDOW + 12 * MIB;
/** Blocks from one look at the memory to the next. */
const BLOCKS_BETWEEN = 16;

/** What went through in the scenario so far, in as many steps as it took. */
interface Transfer {
  readonly quickly: Quickly;
  readonly sent: Hash;
  readonly received: Hash;
  /** Blocks that were sent. */
  blocks: number;
  /** Bytes that came out at the other end. */
  count: number;
  /** Memory of buffers before anything was sent, in bytes. */
  readonly before: number;
  /** The most that was in memory since. */
  most: number;
}

const transfers = new Note<Transfer>('nothing was transferred');

/** Memory of all buffers that are still in use. */
async function buffersInUse(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  for (let round = 0; round < 2; round += 1) {
    collectGarbage();
    await turn();
  }
  return process.memoryUsage().arrayBuffers;
}

async function begin(world: TlsioWorld): Promise<Transfer> {
  const transfer = {
    quickly: new Quickly(world),
    sent: createHash('sha256'),
    received: createHash('sha256'),
    blocks: 0,
    count: 0,
    before: await buffersInUse(),
    most: 0,
  };
  world.stage.notes.set(transfers, transfer);
  return transfer;
}

/** Looks at the memory. */
async function look(transfer: Transfer): Promise<void> {
  transfer.most = Math.max(transfer.most, (await buffersInUse()) - transfer.before);
}

const PATTERN = patterned(MIB);

/** One MiB that differs from every other, in memory of its own or in what is given. */
function block(number: number, bytes = Buffer.allocUnsafe(MIB)): Buffer {
  PATTERN.copy(bytes);
  bytes.writeUInt32BE(number, 0);
  return bytes;
}

async function send(world: TlsioWorld, transfer: Transfer, size: number): Promise<void> {
  const { stage } = world;
  const { quickly } = transfer;
  let [accepted, completed] = [0, 0];
  const complete: ON_SEND_COMPLETE = (_context, result) => {
    if (result === 'IO_SEND_OK') completed += 1;
  };
  const bytes = Buffer.allocUnsafe(MIB);
  while (accepted < size) {
    block(transfer.blocks, bytes);
    transfer.blocks += 1;
    transfer.sent.update(bytes);
    const result = quickly.io.concrete_io_send(stage.handle, bytes, bytes.length, complete, null);
    world.expect.that(result === 0, 'the message is accepted', '0', `${result}`);
    // The caller's buffer is its own again.
    bytes.fill(0);
    accepted += 1;
    const goesOn = (): boolean => (accepted - completed) * MIB < WINDOW;
    if (!(await quickly.pumpUntil('completions', stage.handle, goesOn))) break;
    if (transfer.blocks % BLOCKS_BETWEEN === 0) await look(transfer);
  }
  await quickly.pumpUntil('the last completion', stage.handle, () => completed === accepted);
  await quickly.pumpUntil('the last bytes', stage.handle, () => transfer.count >= transfer.blocks * MIB);
  await look(transfer);
}

async function receive(world: TlsioWorld, transfer: Transfer, size: number): Promise<void> {
  const { stage } = world;
  const { quickly } = transfer;
  for (let number = 0; number < size; number += 1) {
    const bytes = block(transfer.blocks);
    transfer.blocks += 1;
    transfer.sent.update(bytes);
    stage.under.peer.send(bytes);
    const enough = transfer.blocks * MIB - WINDOW;
    if (!(await quickly.pumpUntil('bytes', stage.handle, () => transfer.count >= enough))) break;
    if (transfer.blocks % BLOCKS_BETWEEN === 0) await look(transfer);
  }
  await quickly.pumpUntil('the last bytes', stage.handle, () => transfer.count >= transfer.blocks * MIB);
  await look(transfer);
}

/** Opens to a peer that keeps nothing of what it gets. */
async function openToSend(world: TlsioWorld): Promise<Transfer> {
  await world.stage.enterState('TLSIO_STATE_EXT_OPEN');
  const transfer = await begin(world);
  world.stage.under.peer.handOver((bytes) => {
    transfer.received.update(bytes);
    transfer.count += bytes.length;
  });
  return transfer;
}

/** Opens with a callback that keeps nothing of what it gets. */
async function openToReceive(world: TlsioWorld): Promise<Transfer> {
  const { stage } = world;
  await stage.ensureCreated();
  const transfer = await begin(world);
  const takeIn: ON_BYTES_RECEIVED = (_context, bytes, size) => {
    transfer.received.update(bytes.subarray(0, size));
    transfer.count += size;
  };
  await preparing('open with a callback that takes the bytes in', async () => {
    stage.call('tlsio_open_async', { on_bytes_received: takeIn });
    await stage.waitUntil('on_io_open_complete', () => stage.state === 'TLSIO_STATE_EXT_OPEN');
  });
  await stage.settle();
  return transfer;
}

When(
  /^(?:another )?(\d+) MiB are sent$/,
  { timeout: LONG_STEP_MS },
  async function (this: TlsioWorld, size: string) {
    await send(this, this.stage.notes.find(transfers) ?? (await openToSend(this)), Number(size));
  },
);

When(
  /^the peer sends (?:another )?(\d+) MiB$/,
  { timeout: LONG_STEP_MS },
  async function (this: TlsioWorld, size: string) {
    await receive(this, this.stage.notes.find(transfers) ?? (await openToReceive(this)), Number(size));
  },
);

Then(/^the (?:peer|user) shall have received exactly these bytes$/, async function (this: TlsioWorld) {
  await this.stage.settle();
  expectExact(this, this.stage.notes.get(transfers));
});

function expectExact(world: TlsioWorld, { sent, received, count }: Transfer): void {
  const [wanted, got] = [sent.digest('hex'), received.digest('hex')];
  world.expect.that(wanted === got, 'every byte arrives', `SHA-256 ${wanted}`, `${got} of ${count} bytes`);
}

Then(/^no more than what is under way shall be held in memory$/, function (this: TlsioWorld) {
  const { most } = this.stage.notes.get(transfers);
  this.expect.that(most < MOST_HELD, 'memory is bounded', `less than ${MOST_HELD} bytes`, `${most} bytes`);
});
