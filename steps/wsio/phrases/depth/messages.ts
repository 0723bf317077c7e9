import { Then, When } from '../../../../src/system/phrase_registry.js';
import { render } from '../../../../src/timeline/render.js';
import type { CallRecord } from '../../../../src/timeline/timeline.js';
import { failNext } from '../../stage/failures.js';
import { callbacks, expectEqual, expectResult } from '../../stage/questions.js';
import type { WsioWorld } from '../../stage/world.js';
import { writePart, writeTooMuch } from '../../stage/writes.js';

/** Bytes that no two places of a message have in the same order. */
function patterned(size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  for (let index = 0; index < size; index += 1) bytes[index] = (index * 31 + (index >> 8)) & 0xff;
  return bytes;
}

function sendBytes(world: WsioWorld, bytes: Buffer): CallRecord {
  const call = world.stage.call('wsio_send', { buffer: bytes, size: bytes.length });
  expectEqual(world, 'wsio_send', 0, call.result);
  return call;
}

function sends(world: WsioWorld): readonly CallRecord[] {
  return world.timeline.calls.filter(({ function: name, result }) => name === 'wsio_send' && result === 0);
}

const bytesOf = (call: CallRecord | undefined): Buffer => Buffer.from(call?.arguments.buffer as Uint8Array);

/** Lets everything be sent. Whether the adapter asks for each event is the matter of other sentences. */
async function sendEverything({ stage }: WsioWorld): Promise<void> {
  for (let before = -1; before < stage.under.peer.received.length;) {
    before = stage.under.peer.received.length;
    stage.under.askToWrite();
    await stage.settle();
  }
}

When(/^(\d+) messages are sent$/, async function (this: WsioWorld, count: string) {
  await this.stage.enterState('open');
  this.act();
  await this.stage.leaveUnsent(Number(count));
  await sendEverything(this);
});

When(
  /^(wsio_close|wsio_destroy) is called with (\d+) messages pending while (open|in error)$/,
  async function (this: WsioWorld, functionName: string, count: string, state: string) {
    const { stage } = this;
    await stage.enterState('open');
    this.act();
    stage.under.holdWrites();
    await stage.leaveUnsent(Number(count));
    if (state === 'in error') {
      stage.under.tell({ reason: 'LWS_CALLBACK_CLIENT_CONNECTION_ERROR' });
      await stage.waitUntil('on_io_error', () => stage.state === 'error');
    }
    this.callUnderTest = stage.call(functionName);
    stage.under.releaseWrites();
  },
);

When(
  /^(wsio_close|wsio_destroy) is called while opening$/,
  async function (this: WsioWorld, functionName: string) {
    await this.stage.enterState('opening');
    await this.stage.settle();
    this.act();
    this.callUnderTest = this.stage.call(functionName);
  },
);

Then(/^the messages shall arrive whole and in their order$/, async function (this: WsioWorld) {
  await this.stage.settle();
  const arrived = this.stage.under.peer.received.map(({ bytes }) => bytes);
  const wanted = sends(this).map(bytesOf);
  expectEqual(this, 'messages at the peer', wanted.length, arrived.length);
  wanted.forEach((bytes, index) => {
    this.expect.that(
      bytes.equals(arrived[index] ?? Buffer.alloc(0)),
      `message ${index + 1} arrives`,
      render(bytes),
      render(arrived[index]),
    );
  });
});

Then(
  /^each message shall be completed once with (\w+), in their order$/,
  async function (this: WsioWorld, word: string) {
    const calls = sends(this);
    const made = await callbacks(this, 'on_send_complete', calls.length);
    expectResult(this, made, word);
    made.forEach(({ registration }, index) => {
      expectEqual(
        this,
        `completion ${index + 1} is that of message ${index + 1}`,
        calls[index],
        registration.call,
      );
    });
  },
);

Then(
  /^(on_\w+) shall be called once with (\w+)$/,
  async function (this: WsioWorld, parameter: string, word: string) {
    expectResult(this, await callbacks(this, parameter, 1), word);
  },
);

Then(/^(on_\w+) shall be called once$/, async function (this: WsioWorld, parameter: string) {
  await callbacks(this, parameter, 1);
});

When(
  /^a message of (\d+) bytes is taken in pieces of ([\d, ]+) and the rest$/,
  async function (this: WsioWorld, size: string, pieces: string) {
    await this.stage.enterState('open');
    this.act();
    sendBytes(this, patterned(Number(size)));
    await this.stage.leaveUnsent(1);
    for (const piece of pieces.split(', ')) writePart(this.stage, Number(piece));
    await sendEverything(this);
  },
);

/** Whatever pieces it comes in, no byte of a later message is before its last. */
Then(/^its bytes shall arrive in order, before those of the next message$/, function (this: WsioWorld) {
  const arrived = Buffer.concat(this.stage.under.peer.received.map(({ bytes }) => bytes));
  const wanted = Buffer.concat(sends(this).map(bytesOf));
  this.expect.that(wanted.equals(arrived), 'the bytes at the peer', render(wanted), render(arrived));
});

const FAILURES = new Map(
  Object.entries<(world: WsioWorld) => void>({
    'a write that fails': ({ stage }) => {
      failNext(stage, 'lws_write');
    },
    'memory that is not to be had': ({ stage }) => {
      stage.memory.failNext();
    },
    'a write that claims too much': ({ stage }) => {
      writeTooMuch(stage);
    },
  }),
);

When(
  /^a message of (\d+) bytes fails behind (\d+) because of (.+)$/,
  async function (this: WsioWorld, size: string, sent: string, failure: string) {
    const { stage } = this;
    const fail = FAILURES.get(failure);
    if (fail === undefined) throw new Error(`there is no failure ${failure}`);
    await stage.enterState('open');
    this.act();
    this.callUnderTest = sendBytes(this, patterned(Number(size)));
    if (sent === '0') fail(this);
    else {
      writePart(stage, Number(sent), () => {
        fail(this);
      });
    }
    await stage.settle();
  },
);

When(/^a message of (\d+) bytes is sent$/, async function (this: WsioWorld, size: string) {
  await this.stage.enterState('open');
  this.act();
  sendBytes(this, patterned(Number(size)));
  await this.stage.waitUntil('the message at the peer', () => this.stage.under.peer.received.length > 0);
});

When(/^the peer sends a message of (\d+) bytes$/, async function (this: WsioWorld, size: string) {
  await this.stage.enterState('open');
  this.act();
  this.stage.message = patterned(Number(size));
  this.stage.under.peer.send(this.stage.message);
  await this.stage.waitUntil('on_bytes_received', () => this.timeline.callbacks.length > 1);
});

When(
  /^the peer sends a message of (\d+) bytes in (\d+) fragments with pings between them$/,
  async function (this: WsioWorld, size: string, count: string) {
    await this.stage.enterState('open');
    this.act();
    this.stage.message = patterned(Number(size));
    const length = Math.ceil(Number(size) / Number(count));
    const parts = Array.from({ length: Number(count) }, (_, index) =>
      this.stage.message.subarray(index * length, (index + 1) * length),
    );
    this.stage.under.peer.sendInFragments(parts);
    await this.stage.waitUntil('on_bytes_received', () => this.timeline.callbacks.length > 1);
  },
);

/** In as many pieces as libwebsockets likes. */
Then(
  /^(on_bytes_received) shall bring it whole and in order$/,
  async function (this: WsioWorld, parameter: string) {
    await this.stage.settle();
    const made = this.timeline.callbacks.filter(
      ({ registration, sequence }) => registration.parameter === parameter && sequence >= this.mark,
    );
    for (const { arguments: given } of made) {
      expectEqual(this, 'the size', (given.buffer as Uint8Array).length, given.size);
    }
    const all = Buffer.concat(made.map(({ arguments: given }) => given.buffer as Uint8Array));
    this.expect.that(all.equals(this.stage.message), 'the bytes', render(this.stage.message), render(all));
  },
);
