import type { Duplex } from 'node:stream';
import { Then, When } from '../../../../src/system/phrase_registry.js';
import { COMMANDS, FLAGS, isCallback } from '../../../../src/adapters/tlspool/commands.js';
import { readNumber, type FieldValues } from '../../../../src/adapters/tlspool/wire.js';
import { preparing } from '../../../../src/stage/preparation.js';
import type { Connection } from '../../underlying/underlying.js';
import { act, described, errorName, errorOf } from '../../stage/outbox.js';
import type { Client } from '../../stage/pool_side.js';
import type { TlspoolStage } from '../../stage/stage.js';
import type { TlspoolWorld } from '../../stage/world.js';
import { ExchangesByNumber } from '../../stage/exchanges_by_number.js';

/** A client that the tester plays, and what it has sent that the pool answers. */
export interface Answered {
  readonly client: Client;
  /** The numbers of its requests and answers: the pool's messages carry one of them. */
  readonly reqids: readonly number[];
}

/** An exchange of a client, with what stands at both of its ends. */
export interface Session extends Answered {
  readonly connection: Connection;
  readonly reqids: number[];
  plain: Duplex | null;
}

const sessions = new ExchangesByNumber<Session>();

/** The exchange that a feature gives a number, counted from 1. */
export const session = (stage: TlspoolStage, number: string | number): Session => sessions.get(stage, number);

/** What the pool has said to an exchange, oldest first. */
export const messagesOf = ({ client, reqids }: Answered): readonly Buffer[] =>
  client.messages.filter((message) => reqids.includes(readNumber(message, 'reqid')));

/** The pool's message of a kind, once it has come. */
export async function question(stage: TlspoolStage, one: Session, cmd: number): Promise<Buffer> {
  const find = (): Buffer | undefined =>
    messagesOf(one).find((message) => readNumber(message, 'cmd') === cmd);
  await stage.waitUntil('the callback', () => find() !== undefined);
  const found = find();
  if (found === undefined) throw new Error('there is no callback');
  return found;
}

/** Sends a `STARTTLS` whose peer says what it is told to later. */
async function begin(stage: TlspoolStage, client: Client, values: FieldValues = {}): Promise<Session> {
  const { service } = stage;
  const connection = await service.connection();
  connection.far.on('error', () => undefined);
  const request = service.request(COMMANDS.STARTTLS, values);
  service.send(client, request, [connection.descriptor]);
  const one = { client, connection, reqids: [readNumber(request, 'reqid')], plain: null };
  sessions.of(stage).push(one);
  return one;
}

function answer(stage: TlspoolStage, one: Session, callback: Buffer, passed: readonly number[] = []): void {
  const reply = stage.service.answerTo(callback);
  one.reqids.push(readNumber(reply, 'reqid'));
  if (passed.length > 0) one.plain = stage.service.plain;
  stage.service.send(one.client, reply, passed);
}

/** Agrees to all that the pool asks, until it has said its last word. */
async function finish(stage: TlspoolStage, one: Session): Promise<void> {
  const answered = new Set<Buffer>();
  const open = (): Buffer | undefined =>
    messagesOf(one).find(
      (message) => isCallback(readNumber(message, 'cmd')) && !isAnswered(one, message, answered),
    );
  const isOver = (): boolean => messagesOf(one).some((message) => !isCallback(readNumber(message, 'cmd')));
  if (!stage.peers.has(one.connection)) stage.dressFar(one.connection);
  while (!isOver()) {
    await stage.waitUntil('the next message of the pool', () => isOver() || open() !== undefined);
    const callback = open();
    if (callback === undefined) continue;
    answered.add(callback);
    const reconnects = readNumber(callback, 'cmd') === COMMANDS.PLAINTEXT_CONNECT;
    answer(stage, one, callback, reconnects ? [stage.service.plainEnd()] : []);
  }
}

/** An answer has a number of its own, the last but one of which a callback may still carry. */
function isAnswered({ reqids }: Session, callback: Buffer, answered: ReadonlySet<Buffer>): boolean {
  return answered.has(callback) || readNumber(callback, 'reqid') !== reqids.at(-1);
}

const WAYS: Readonly<Record<string, (stage: TlspoolStage, client: Client) => Promise<void>>> = {
  'waits for its local identity': async (stage, client) => {
    const one = await begin(stage, client, { flags: FLAGS.LOCALID_CHECK | 6 });
    stage.dressFar(one.connection);
    await question(stage, one, COMMANDS.STARTTLS_LOCALID);
  },
  'waits for its plain text': async (stage, client) => {
    const one = await begin(stage, client);
    stage.dressFar(one.connection);
    await question(stage, one, COMMANDS.PLAINTEXT_CONNECT);
  },
  'has a peer that is silent': async (stage, client) => {
    await begin(stage, client);
  },
  'has a peer that sends no TLS': async (stage, client) => {
    const one = await begin(stage, client);
    one.connection.far.write('GET / HTTP/1.0\r\n\r\n');
    await question(stage, one, COMMANDS.ERROR);
  },
};

When(
  new RegExp(`^(a|another) client's exchange (${Object.keys(WAYS).join('|')})$`),
  async function (this: TlspoolWorld, which: string, way: string) {
    const { stage } = this;
    const { service } = stage;
    const client = which === 'a' ? service.connected() : service.connect();
    await preparing(`make an exchange that ${way}`, () => WAYS[way]?.(stage, client));
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
    const got = messagesOf(session(this.stage, number));
    this.expect.that(described(got) === names, `messages of exchange ${number}`, names, described(got));
  },
);

Then(
  /^exchange (\d+) shall have ended with the tlserrno (\w+)$/,
  function (this: TlspoolWorld, number: string, word: string) {
    const last = messagesOf(session(this.stage, number)).at(-1);
    const found = last === undefined ? 0 : readNumber(last, 'tlserrno');
    this.expect.that(found === errorOf(word), 'the tlserrno', word, errorName(found));
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
