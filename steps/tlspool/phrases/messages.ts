import { endianness } from 'node:os';
import { Then } from '../../../src/system/phrase_registry.js';
import { fullPayload } from '../stage/client_side.js';
import { described, fieldValue, lastSent, outbox, sentAs, writes } from '../stage/outbox.js';
import type { TlspoolWorld } from '../stage/world.js';

const SIDE = '^the (?:client|TLS Pool) shall';

Then(
  new RegExp(`${SIDE} send (\\d+) bytes in (\\d+) writes?$`),
  async function (this: TlspoolWorld, bytes: number, count: number) {
    await lastSent(this);
    if (this.isBlindTo('descriptors')) return;
    const made = writes(this);
    const total = made.reduce((sum, one) => sum + one.bytes.length, 0);
    this.expect.that(
      made.length === count && total === bytes,
      'the message is sent as a whole',
      `${bytes} bytes in ${count} write`,
      `${total} bytes in ${made.length} writes`,
    );
  },
);

Then(
  new RegExp(`${SIDE} send the (16|32)-bit number (\\S+) at offset (\\d+)$`),
  async function (this: TlspoolWorld, bits: number, word: string, offset: number) {
    const message = await lastSent(this);
    const [size, little] = [bits / 8, endianness() === 'LE'];
    const found = little ? message.readUIntLE(offset, size) : message.readUIntBE(offset, size);
    this.expect.that(found === Number(word), `the number at ${offset}`, word, `0x${found.toString(16)}`);
  },
);

Then(
  new RegExp(`${SIDE} send the bytes from (\\d+) to (\\d+) as (\\d+)$`),
  async function (this: TlspoolWorld, from: number, to: number, value: number) {
    const bytes = (await lastSent(this)).subarray(from, to + 1);
    const other = bytes.findIndex((byte) => byte !== value);
    this.expect.that(
      bytes.length === to + 1 - from && other === -1,
      `the bytes from ${from} to ${to}`,
      `${value} in each`,
      other === -1 ? `${bytes.length} bytes` : `${bytes[other]} at ${from + other}`,
    );
  },
);

/** "send the localid server.example", "send the longest localid". */
Then(
  new RegExp(`${SIDE} send the (\\w+) (\\S+)$`),
  async function (this: TlspoolWorld, first: string, second: string) {
    const { wire } = this.stage;
    const message = await lastSent(this);
    for (const [name, wanted] of Object.entries(fieldValue(wire, first, second))) {
      const found = wire.value(message, name);
      const [shown, due] = [found, wanted].map((one) =>
        name === 'tlserrno' ? wire.errorName(Number(one)) : String(one),
      );
      this.expect.that(found === wanted, `the ${name}`, `${due}`, `${shown}`);
    }
  },
);

Then(new RegExp(`${SIDE} send its payload$`), async function (this: TlspoolWorld) {
  const { wire } = this.stage;
  const found = wire.bytes(await lastSent(this), 'payload');
  this.expect.that(found.equals(fullPayload(wire)), 'the payload', 'as it was given', 'other bytes');
});

Then(
  new RegExp(`${SIDE} (set|clear) the flag (\\w+)$`),
  async function (this: TlspoolWorld, verb: string, name: string) {
    const { wire } = this.stage;
    const flags = wire.number(await lastSent(this), 'flags');
    const isSet = (flags & wire.flags.number(name)) !== 0;
    this.expect.that(isSet === (verb === 'set'), `the flag ${name}`, verb, `flags 0x${flags.toString(16)}`);
  },
);

Then(
  new RegExp(`${SIDE} send a (\\w+) other than (\\S+)$`),
  async function (this: TlspoolWorld, word: string, value: string) {
    const { wire } = this.stage;
    const found = wire.value(await lastSent(this), word);
    this.expect.that(found !== wire.valueOf(word, value), `the ${word}`, `not ${value}`, String(found));
  },
);

/** A text that is not empty; its NUL is in its field. */
Then(
  new RegExp(`${SIDE} send a (\\w+)(?: of at most (\\d+) bytes)?$`),
  async function (this: TlspoolWorld, word: string, bytes: number | null) {
    const { wire } = this.stage;
    const most = bytes ?? wire.field(word).size - 1;
    const length = wire.bytes(await lastSent(this), word).indexOf(0);
    this.expect.that(
      length > 0 && length <= most,
      `the ${word} ends in time`,
      `1 to ${most} bytes, then a NUL`,
      length === -1 ? 'no NUL' : `${length} bytes`,
    );
  },
);

Then(new RegExp(`${SIDE} send ([A-Z_]+)$`), async function (this: TlspoolWorld, command: string) {
  await this.stage.comes(() => sentAs(this, command).length > 0);
  const { length } = sentAs(this, command);
  this.expect.that(length > 0, `${command} is sent`, command, described(this.stage.wire, outbox(this)));
});

Then(new RegExp(`${SIDE} not send ([A-Z_]+)$`), async function (this: TlspoolWorld, command: string) {
  await this.stage.settle();
  const { length } = sentAs(this, command);
  this.expect.that(
    length === 0,
    `${command} is not sent`,
    `no ${command}`,
    described(this.stage.wire, outbox(this)),
  );
});

async function expectCount(world: TlspoolWorld, count: number, found: () => number): Promise<void> {
  // What does not come by itself could come with the request by which a pool is made to settle.
  if (await world.stage.comes(() => found() >= count)) await world.stage.settle();
  world.expect.that(
    found() === count,
    'messages are sent',
    String(count),
    `${found()}: ${described(world.stage.wire, outbox(world))}`,
  );
}

Then(new RegExp(`${SIDE} send (\\d+) messages?$`), function (this: TlspoolWorld, count: number) {
  // A message that nobody is there to get any more shows as a write.
  if (count === 0 && this.isBlindTo('descriptors')) return;
  return expectCount(this, count, () => (count === 0 ? writes(this).length : outbox(this).length));
});

Then(
  new RegExp(`${SIDE} send (\\d+) messages? ([A-Z_]+)$`),
  function (this: TlspoolWorld, count: number, command: string) {
    return expectCount(this, count, () => sentAs(this, command).length);
  },
);

Then(
  new RegExp(`${SIDE} send (\\d+) different values of (\\w+)$`),
  async function (this: TlspoolWorld, count: number, word: string) {
    await this.stage.settle();
    const values = outbox(this).map((message) => String(this.stage.wire.value(message, word)));
    const different = new Set(values.filter((value) => !/^0+$/.test(value))).size;
    this.expect.that(
      different === count,
      `different values of ${word}`,
      String(count),
      `${different} of ${values.length}`,
    );
  },
);

/** Each message carries the number of what it belongs to. */
Then(
  new RegExp(`${SIDE} copy the (reqid|cbid) of the (?:request|answer|callback)$`),
  async function (this: TlspoolWorld, name: 'reqid' | 'cbid') {
    const { stage } = this;
    const before = stage.side === 'pool' ? stage.service.said : stage.client.said;
    if (before === null) throw new Error('there is no message before it');
    const [wanted, found] = [before, await lastSent(this)].map((message) => stage.wire.number(message, name));
    this.expect.that(found === wanted, `the ${name} is copied`, `${wanted}`, `${found}`);
  },
);
