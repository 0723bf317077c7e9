import { Then, When } from '../../../../src/system/phrase_registry.js';
import { preparing } from '../../../../src/stage/preparation.js';
import { act, described, outbox } from '../../stage/outbox.js';
import type { Client } from '../../stage/pool_exchanges.js';
import { AS_SERVER } from '../../stage/pool_side.js';
import type { TlspoolStage } from '../../stage/stage.js';
import type { TlspoolWorld } from '../../stage/world.js';
import { cut } from './cut.js';

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

const OUTGOING = new Map<string, (stage: TlspoolStage, client: Client) => Promise<Outgoing>>([
  ['PING', ({ service }) => Promise.resolve({ message: service.request('PING'), passed: [] })],
  [
    'STARTTLS',
    async (stage) => {
      const connection = await stage.service.connection();
      stage.dressFar(connection);
      return { message: stage.service.request('STARTTLS'), passed: [connection.descriptor] };
    },
  ],
  [
    'answer to STARTTLS_LOCALID',
    async ({ service }, client) => {
      await service.starttls(client, { flags: `${AS_SERVER}+LOCALID_CHECK` });
      return { message: service.answerTo(await service.callback('STARTTLS_LOCALID')), passed: [] };
    },
  ],
  [
    'answer to PLAINTEXT_CONNECT',
    async ({ service }, client) => {
      await service.starttls(client);
      const callback = await service.callback('PLAINTEXT_CONNECT');
      return { message: service.answerTo(callback), passed: [service.plainEnd()] };
    },
  ],
]);

When(
  /^the client sends its (PING|STARTTLS|answer to [A-Z_]+) cut behind ([\d, ]+) bytes, what it passes with the (first|last) part$/,
  async function (this: TlspoolWorld, name: string, places: string, which: string) {
    const { stage } = this;
    const client = stage.service.connected();
    const { message, passed } = await preparing('get ready', () => {
      const get = OUTGOING.get(name);
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
  for (let place = 1; place < stage.wire.size; place += 1)
    await sendToPool(stage, client, cut(stage.service.request('PING'), [place]), [], 0);
});

Then(
  /^each of (\d+) requests shall have its answer, in their order$/,
  async function (this: TlspoolWorld, count: number) {
    await this.stage.comes(() => outbox(this).length >= count);
    const reqids = outbox(this).map((message) => this.stage.wire.number(message, 'reqid'));
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
      service.request('STARTTLS'),
      service.request('PING'),
      service.request('0x7f'),
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
    const got = described(this.stage.wire, outbox(this)).split(', ').toSorted().join(', ');
    this.expect.that(got === wanted, 'the messages of the pool', wanted, got);
  },
);
