import { Then, When } from '../../../../src/system/phrase_registry.js';
import { COMMANDS, FLAGS } from '../../../../src/adapters/tlspool/commands.js';
import { encode, MESSAGE_SIZE, readNumber, withPayload } from '../../../../src/adapters/tlspool/wire.js';
import { preparing } from '../../../../src/stage/preparation.js';
import { pingCommand } from '../../stage/client_side.js';
import { act, described, outbox } from '../../stage/outbox.js';
import type { Client } from '../../stage/pool_side.js';
import type { TlspoolStage } from '../../stage/stage.js';
import type { TlspoolWorld } from '../../stage/world.js';
import { exchange, nextFor, refusal, waitAt, type Numbered } from '../../stage/exchanges.js';

/** Sends the client bytes in parts, each of which it has taken before the next comes. */
function sendParts(stage: TlspoolStage, parts: readonly Buffer[]): void {
  for (const part of parts) {
    stage.client.place.client.write(part);
    stage.call('tlspool_async_process');
  }
}

/** The bytes cut behind each of these places. */
function cut(bytes: Buffer, places: readonly number[]): readonly Buffer[] {
  const ends = [...places, bytes.length];
  return ends.map((end, index) => bytes.subarray(index === 0 ? 0 : ends[index - 1], end));
}

/** Where the client waits for a message, and what it has before it comes. */
const BEFORE: Readonly<Record<string, string>> = {
  PING: 'for the answer to PING',
  STARTTLS_LOCALID: 'for the first callback',
  PLAINTEXT_CONNECT: 'for what follows the local identity',
  STARTTLS: 'for the end of the handshake',
  ERROR: 'for the end of the handshake',
};

async function due(stage: TlspoolStage, command: string): Promise<{ one: Numbered; message: Buffer }> {
  const one = await waitAt(stage, BEFORE[command] ?? command);
  if (command !== 'ERROR')
    return { one, message: await preparing('get the message', () => nextFor(stage, one)) };
  return { one, message: encode(refusal(one, 1)) };
}

When(
  /^the TLS Pool sends its ([A-Z_]+) cut behind ([\d, ]+) bytes$/,
  async function (this: TlspoolWorld, command: string, places: string) {
    const { stage } = this;
    const { message } = await due(stage, command);
    act(this);
    const parts = cut(message, places.split(', ').map(Number));
    sendParts(stage, parts.slice(0, -1));
    this.expect.that(
      stage.timeline.callbacks.every(({ sequence }) => sequence < this.mark),
      'nothing is delivered of a part',
      'no callback',
      'a callback',
    );
    sendParts(stage, parts.slice(-1));
    await stage.settle();
  },
);

When(
  /^the TLS Pool sends exchange 1 its ([A-Z_]+) and exchange 2 its ([A-Z_]+), cut behind ([\d, ]+) bytes$/,
  async function (this: TlspoolWorld, first: string, second: string, places: string) {
    const { stage } = this;
    const messages = [(await due(stage, first)).message, (await due(stage, second)).message];
    act(this);
    const bounds = places.split(', ').map(Number);
    sendParts(stage, cut(Buffer.concat(messages), bounds[0] === 0 ? [] : bounds));
    await stage.settle();
  },
);

Then(
  /^exchange (\d+) shall have heard (on_\w+(?: with \w+)?) of it, once$/,
  function (this: TlspoolWorld, number: string, wanted: string) {
    const { flow } = exchange(this.stage, number);
    const made = this.timeline.callbacks
      .filter(({ sequence }) => sequence >= this.mark)
      .filter(({ registration: { call } }) => call.arguments.flow === flow || call.result === flow)
      .map(({ registration }) => registration.parameter);
    this.expect.that(
      made.length === 1 && made[0] === wanted,
      `callbacks of exchange ${number}`,
      wanted,
      made.join(', ') || 'none',
    );
  },
);

/** A request for each place, whose answer is cut there. */
When(
  /^the TLS Pool sends an answer cut behind each of its bytes in turn$/,
  async function (this: TlspoolWorld) {
    const { stage } = this;
    const { client } = stage;
    await preparing('connect', () => client.connect());
    act(this);
    for (let place = 1; place < MESSAGE_SIZE; place += 1) {
      const { result } = stage.call('tlspool_async_request', { command: pingCommand(`cut at ${place}`) });
      this.expect.that(result !== null, 'tlspool_async_request', 'a handle', 'NULL');
      client.place.pump();
      const answer = Buffer.from(client.place.received.at(-1)?.message ?? Buffer.alloc(0));
      sendParts(stage, cut(answer, [place]));
    }
  },
);

/** Each request its own answer, unchanged in every byte, and in the order in which they came. */
Then(
  /^each of (\d+) requests shall have its own answer$/,
  async function (this: TlspoolWorld, count: number) {
    await this.stage.settle();
    const made = this.timeline.callbacks.filter(({ sequence }) => sequence >= this.mark);
    const wrong = made.filter(({ registration: { call }, arguments: given }) => {
      const [asked, got] = [call.arguments.command, given.message].map(wholeOf);
      return asked?.equals(got ?? Buffer.alloc(0)) !== true;
    });
    const calls = new Set(made.map(({ registration }) => registration.call)).size;
    this.expect.that(
      made.length === count && calls === count && wrong.length === 0,
      'answers',
      `${count}, each its request's`,
      `${made.length} to ${calls} requests, ${wrong.length} of them wrong`,
    );
  },
);

function wholeOf(command: unknown): Buffer {
  const { cmd, payload } = command as { readonly cmd: number; readonly payload: Uint8Array };
  return withPayload({ reqid: 0, cbid: 0, cmd }, payload);
}

When(
  /^the TLS Pool sends the answers to (\d+) requests in pieces of (\d+) bytes$/,
  async function (this: TlspoolWorld, count: number, size: number) {
    const { stage } = this;
    const { client } = stage;
    await preparing('connect', () => client.connect());
    act(this);
    for (let number = 0; number < count; number += 1)
      stage.call('tlspool_async_request', { command: pingCommand(`request ${number}`) });
    client.place.pump();
    const bytes = Buffer.concat(client.place.received.slice(-count).map(({ message }) => message));
    for (let at = 0; at < bytes.length; at += size) sendParts(stage, [bytes.subarray(at, at + size)]);
  },
);

/** Reads of the pool that brought something, so far. */
const readsOf = ({ timeline }: TlspoolStage): number =>
  timeline.below.filter(({ name }) => name === 'receive').length;

/** Sends the pool bytes in parts, each of which it has taken before the next comes; one of them takes the descriptors. */
async function sendToPool(
  stage: TlspoolStage,
  client: Client,
  parts: readonly Buffer[],
  passed: readonly number[],
  withPart: number,
): Promise<void> {
  for (const [index, part] of parts.entries()) {
    const before = readsOf(stage);
    client.end.write(part, index === withPart ? passed : []);
    if (index === withPart) for (const one of passed) stage.under.descriptors.close(one);
    await stage.waitUntil('the read of a part', () => readsOf(stage) > before);
  }
}

/** A message of a client, and what comes with it. */
interface Outgoing {
  readonly message: Buffer;
  readonly passed: readonly number[];
}

const OUTGOING: Readonly<Record<string, (stage: TlspoolStage, client: Client) => Promise<Outgoing>>> = {
  PING: ({ service }) => Promise.resolve({ message: service.request(COMMANDS.PING), passed: [] }),
  STARTTLS: async (stage) => {
    const connection = await stage.service.connection();
    stage.dressFar(connection);
    return { message: stage.service.request(COMMANDS.STARTTLS), passed: [connection.descriptor] };
  },
  'answer to STARTTLS_LOCALID': async ({ service }, client) => {
    await service.starttls(client, { flags: FLAGS.LOCALID_CHECK | 6 });
    return { message: service.answerTo(await service.callback(COMMANDS.STARTTLS_LOCALID)), passed: [] };
  },
  'answer to PLAINTEXT_CONNECT': async ({ service }, client) => {
    await service.starttls(client);
    const callback = await service.callback(COMMANDS.PLAINTEXT_CONNECT);
    return { message: service.answerTo(callback), passed: [service.plainEnd()] };
  },
};

When(
  /^the client sends its (PING|STARTTLS|answer to [A-Z_]+) cut behind ([\d, ]+) bytes, what it passes with the (first|last) part$/,
  async function (this: TlspoolWorld, name: string, places: string, which: string) {
    const { stage } = this;
    const client = stage.service.connected();
    const { message, passed } = await preparing('get ready', () => {
      const get = OUTGOING[name];
      if (get === undefined) throw new Error(`a client sends no ${name}`);
      return get(stage, client);
    });
    const parts = cut(message, places.split(', ').map(Number));
    act(this);
    await sendToPool(stage, client, parts, passed, which === 'first' ? 0 : parts.length - 1);
    stage.service.said = message;
  },
);

When(/^the client sends PING cut behind each of its bytes in turn$/, async function (this: TlspoolWorld) {
  const { stage } = this;
  const client = stage.service.connected();
  act(this);
  for (let place = 1; place < MESSAGE_SIZE; place += 1)
    await sendToPool(stage, client, cut(stage.service.request(COMMANDS.PING), [place]), [], 0);
});

Then(
  /^each of (\d+) requests shall have its answer, in their order$/,
  async function (this: TlspoolWorld, count: number) {
    await this.stage.comes(() => outbox(this).length >= count);
    const reqids = outbox(this).map((message) => readNumber(message, 'reqid'));
    const ordered = reqids.every((reqid, index) => index === 0 || reqid === (reqids[index - 1] ?? 0) + 1);
    this.expect.that(
      reqids.length === count && ordered,
      'answers',
      `${count} in order`,
      `${reqids.length}${ordered ? '' : ' in another order'}`,
    );
  },
);

/** Two requests that take descriptors and one that does not, all in one write. */
When(
  /^the client sends STARTTLS, PING and a request of no command joined$/,
  async function (this: TlspoolWorld) {
    const { stage } = this;
    const { service } = stage;
    const client = service.connected();
    const connection = await service.connection();
    stage.dressFar(connection);
    const bytes = Buffer.concat([
      service.request(COMMANDS.STARTTLS),
      service.request(COMMANDS.PING),
      service.request(0x7f),
    ]);
    act(this);
    client.end.write(bytes, [connection.descriptor]);
    stage.under.descriptors.close(connection.descriptor);
  },
);

Then(
  /^the TLS Pool shall send, in any order, ([A-Z_, ]+)$/,
  async function (this: TlspoolWorld, names: string) {
    const wanted = names.split(', ').toSorted().join(', ');
    await this.stage.comes(() => outbox(this).length >= names.split(', ').length);
    await this.stage.settle();
    const got = described(outbox(this)).split(', ').toSorted().join(', ');
    this.expect.that(got === wanted, 'the messages of the pool', wanted, got);
  },
);
