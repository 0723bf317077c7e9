import { Then, When } from '../../../../src/system/phrase_registry.js';
import { preparing } from '../../../../src/stage/preparation.js';
import { act, described } from '../../stage/outbox.js';
import type { Client } from '../../stage/pool_exchanges.js';
import { AS_SERVER } from '../../stage/pool_side.js';
import { begin, finish, messagesOf, question, session } from '../../stage/sessions.js';
import type { TlspoolStage } from '../../stage/stage.js';
import type { TlspoolWorld } from '../../stage/world.js';

const WAYS = new Map<string, (stage: TlspoolStage, client: Client) => Promise<void>>([
  [
    'waits for its local identity',
    async (stage, client) => {
      const one = await begin(stage, client, { flags: `${AS_SERVER}+LOCALID_CHECK` });
      stage.dressFar(one.connection);
      await question(stage, one, 'STARTTLS_LOCALID');
    },
  ],
  [
    'waits for its plain text',
    async (stage, client) => {
      const one = await begin(stage, client);
      stage.dressFar(one.connection);
      await question(stage, one, 'PLAINTEXT_CONNECT');
    },
  ],
  [
    'has a peer that is silent',
    async (stage, client) => {
      await begin(stage, client);
    },
  ],
  [
    'has a peer that sends no TLS',
    async (stage, client) => {
      const one = await begin(stage, client);
      one.connection.far.write('GET / HTTP/1.0\r\n\r\n');
      await question(stage, one, 'ERROR');
    },
  ],
]);

When(
  new RegExp(`^(a|another) client's exchange (${[...WAYS.keys()].join('|')})$`),
  async function (this: TlspoolWorld, which: string, way: string) {
    const { stage } = this;
    const { service } = stage;
    const client = which === 'a' ? service.connected() : service.connect();
    await preparing(`make an exchange that ${way}`, () => WAYS.get(way)?.(stage, client));
  },
);

When(/^the clients finish exchanges ([\d, ]+)$/, async function (this: TlspoolWorld, order: string) {
  act(this);
  for (const number of order.split(', ')) await finish(this.stage, session(this.stage, number));
});

When(
  /^the client of exchange (\d+) closes its connection$/,
  async function (this: TlspoolWorld, number: string) {
    act(this);
    session(this.stage, number).client.end.close();
    await this.stage.settle();
  },
);

Then(
  /^exchange (\d+) shall have got ([A-Z_, ]+)$/,
  async function (this: TlspoolWorld, number: string, names: string) {
    await this.stage.settle();
    const { stage } = this;
    const got = described(stage.wire, messagesOf(stage, session(stage, number)));
    this.expect.that(got === names, `messages of exchange ${number}`, names, got);
  },
);

Then(
  /^exchange (\d+) shall have ended with the tlserrno (\w+)$/,
  function (this: TlspoolWorld, number: string, word: string) {
    const { stage } = this;
    const last = messagesOf(stage, session(stage, number)).at(-1);
    const found = last === undefined ? 'no message' : stage.wire.errorIn(last);
    this.expect.that(found === word, 'the tlserrno', word, found);
  },
);

/** What one application writes its own peer reads, and no other; and back. */
Then(
  /^exchanges ([\d, ]+) shall each carry its own text$/,
  async function (this: TlspoolWorld, order: string) {
    const { stage } = this;
    const ends = order.split(', ').map((number) => {
      const { plain, connection } = session(stage, number);
      const peer = stage.peers.get(connection);
      if (plain === null || peer === undefined) throw new Error(`exchange ${number} has no two ends`);
      const got = { plain: '', peer: '' };
      plain.on('data', (bytes: Buffer) => (got.plain += bytes.toString()));
      peer.on('data', (bytes: Buffer) => (got.peer += bytes.toString()));
      return { number, plain, peer, got };
    });
    for (const { number, plain, peer } of ends) {
      plain.write(`application ${number}`);
      peer.write(`peer ${number}`);
    }
    for (const { number, got } of ends) {
      await stage.comes(() => got.peer !== '' && got.plain !== '');
      const found = `${got.peer} to the peer, ${got.plain} to the application`;
      const wanted = `application ${number} to the peer, peer ${number} to the application`;
      this.expect.that(found === wanted, `the text of exchange ${number}`, wanted, found);
    }
  },
);
