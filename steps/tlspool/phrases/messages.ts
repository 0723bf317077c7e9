import { endianness } from 'node:os';
import { Then } from '../../../src/system/phrase_registry.js';
import { readNumber, FIELDS } from '../../../src/adapters/tlspool/wire.js';
import {
  commandOf,
  described,
  errorName,
  fieldOf,
  lastSent,
  outbox,
  readField,
  sentAs,
  valueOfField,
  writes,
} from '../stage/outbox.js';
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

Then(
  new RegExp(`${SIDE} send the (${Object.keys(FIELDS).join('|')}) (\\S+)$`),
  async function (this: TlspoolWorld, word: string, value: string) {
    const name = fieldOf(word);
    const found = readField(await lastSent(this), name);
    const shown = name === 'tlserrno' ? errorName(Number(found)) : String(found);
    this.expect.that(found === valueOfField(name, value), `the ${word}`, value, shown);
  },
);

Then(
  new RegExp(`${SIDE} send a (\\w+) other than (\\S+)$`),
  async function (this: TlspoolWorld, word: string, value: string) {
    const name = fieldOf(word);
    const found = readField(await lastSent(this), name);
    this.expect.that(found !== valueOfField(name, value), `the ${word}`, `not ${value}`, String(found));
  },
);

Then(
  new RegExp(`${SIDE} send a (\\w+) of at most (\\d+) bytes$`),
  async function (this: TlspoolWorld, word: string, most: number) {
    const name = fieldOf(word);
    const { offset, size } = FIELDS[name];
    const length = (await lastSent(this)).subarray(offset, offset + size).indexOf(0);
    this.expect.that(
      length > 0 && length <= most,
      `the ${word} ends in time`,
      `1 to ${most} bytes, then a NUL`,
      length === -1 ? 'no NUL' : `${length} bytes`,
    );
  },
);

Then(new RegExp(`${SIDE} send ([A-Z_]+)$`), async function (this: TlspoolWorld, command: string) {
  await this.stage.comes(() => sentAs(this, commandOf(command)).length > 0);
  const { length } = sentAs(this, commandOf(command));
  this.expect.that(length > 0, `${command} is sent`, command, described(outbox(this)));
});

Then(new RegExp(`${SIDE} not send ([A-Z_]+)$`), async function (this: TlspoolWorld, command: string) {
  await this.stage.settle();
  const { length } = sentAs(this, commandOf(command));
  this.expect.that(length === 0, `${command} is not sent`, `no ${command}`, described(outbox(this)));
});

async function expectCount(world: TlspoolWorld, count: number, found: () => number): Promise<void> {
  // What does not come by itself could come with the request by which a pool is made to settle.
  if (await world.stage.comes(() => found() >= count)) await world.stage.settle();
  world.expect.that(
    found() === count,
    'messages are sent',
    String(count),
    `${found()}: ${described(outbox(world))}`,
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
    return expectCount(this, count, () => sentAs(this, commandOf(command)).length);
  },
);

Then(
  new RegExp(`${SIDE} send (\\d+) different values of (\\w+)$`),
  async function (this: TlspoolWorld, count: number, word: string) {
    await this.stage.settle();
    const values = outbox(this).map((message) => String(readField(message, fieldOf(word))));
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
    const [wanted, found] = [before, await lastSent(this)].map((message) => readNumber(message, name));
    this.expect.that(found === wanted, `the ${name} is copied`, `${wanted}`, `${found}`);
  },
);
