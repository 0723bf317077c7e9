import { Then, When } from '../../../../src/system/phrase_registry.js';
import { preparing } from '../../../../src/stage/preparation.js';
import { pingCommand, type Numbered } from '../../stage/client_side.js';
import { act } from '../../stage/outbox.js';
import type { TlspoolStage } from '../../stage/stage.js';
import type { TlspoolWorld } from '../../stage/world.js';
import { cut } from './cut.js';
import { exchange, nextFor, refusal, waitAt } from '../../stage/exchanges.js';

/** Sends the client bytes in parts, each of which it has taken before the next comes. */
function sendParts(stage: TlspoolStage, parts: readonly Buffer[]): void {
  for (const part of parts) {
    stage.client.place.client.write(part);
    stage.call('tlspool_async_process');
  }
}

/** Where the client waits for a message, and what it has before it comes. */
const BEFORE = new Map([
  ['PING', 'for the answer to PING'],
  ['STARTTLS_LOCALID', 'for the first callback'],
  ['PLAINTEXT_CONNECT', 'for what follows the local identity'],
  ['STARTTLS', 'for the end of the handshake'],
  ['ERROR', 'for the end of the handshake'],
]);

async function due(stage: TlspoolStage, command: string): Promise<{ one: Numbered; message: Buffer }> {
  const one = await waitAt(stage, BEFORE.get(command) ?? command);
  if (command !== 'ERROR')
    return { one, message: await preparing('get the message', () => nextFor(stage, one)) };
  return { one, message: stage.wire.encode(refusal(one, 1)) };
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
    for (let place = 1; place < stage.wire.size; place += 1) {
      const { result } = stage.call('tlspool_async_request', {
        command: pingCommand(stage.wire, `cut at ${place}`),
      });
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
      const { wire } = this.stage;
      const [asked, got] = [call.arguments.command, given.message].map((one) => wire.messageOf(one));
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

When(
  /^the TLS Pool sends the answers to (\d+) requests in pieces of (\d+) bytes$/,
  async function (this: TlspoolWorld, count: number, size: number) {
    const { stage } = this;
    const { client } = stage;
    await preparing('connect', () => client.connect());
    act(this);
    for (let number = 0; number < count; number += 1)
      stage.call('tlspool_async_request', { command: pingCommand(stage.wire, `request ${number}`) });
    client.place.pump();
    const bytes = Buffer.concat(client.place.received.slice(-count).map(({ message }) => message));
    for (let at = 0; at < bytes.length; at += size) sendParts(stage, [bytes.subarray(at, at + size)]);
  },
);
