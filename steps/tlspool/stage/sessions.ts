import type { Values } from '../underlying/wire/wire.js';
import { byNumber } from './by_number.js';
import { messagesTo, type Answered, type Client, type Session } from './pool_exchanges.js';
import type { TlspoolStage } from './stage.js';

/** The exchange that a feature gives a number, counted from 1. */
export const session = ({ service }: TlspoolStage, number: string | number): Session =>
  byNumber(service.sessions, number);

/** What the pool has said to an exchange, oldest first. */
export const messagesOf = ({ wire }: TlspoolStage, { client, reqids }: Answered): readonly Buffer[] =>
  messagesTo(client).filter((message) => reqids.includes(wire.number(message, 'reqid')));

/** The pool's message of a kind, once it has come. */
export async function question(stage: TlspoolStage, one: Session, command: string): Promise<Buffer> {
  const find = (): Buffer | undefined =>
    messagesOf(stage, one).find((message) => stage.wire.command(message) === command);
  await stage.waitUntil('the callback', () => find() !== undefined);
  const found = find();
  if (found === undefined) throw new Error('there is no callback');
  return found;
}

/** Sends a `STARTTLS` whose peer says what it is told to later. */
export async function begin(stage: TlspoolStage, client: Client, values: Values = {}): Promise<Session> {
  const { service, wire } = stage;
  const connection = await service.connection();
  connection.far.on('error', () => undefined);
  const request = service.request('STARTTLS', values);
  service.send(client, request, [connection.descriptor]);
  const one = { client, connection, reqids: [wire.number(request, 'reqid')], plain: null };
  service.sessions.push(one);
  return one;
}

function answer(stage: TlspoolStage, one: Session, callback: Buffer, passed: readonly number[] = []): void {
  const reply = stage.service.answerTo(callback);
  one.reqids.push(stage.wire.number(reply, 'reqid'));
  if (passed.length > 0) one.plain = stage.service.plain;
  stage.service.send(one.client, reply, passed);
}

/** Agrees to all that the pool asks, until it has said its last word. */
export async function finish(stage: TlspoolStage, one: Session): Promise<void> {
  const { wire } = stage;
  const answered = new Set<Buffer>();
  // An answer has a number of its own, the last but one of which a callback may still carry.
  const isOpen = (message: Buffer): boolean =>
    wire.asks(message) && !answered.has(message) && wire.number(message, 'reqid') === one.reqids.at(-1);
  const open = (): Buffer | undefined => messagesOf(stage, one).find(isOpen);
  const isOver = (): boolean => messagesOf(stage, one).some((message) => !wire.asks(message));
  if (!stage.peers.has(one.connection)) stage.dressFar(one.connection);
  while (!isOver()) {
    await stage.waitUntil('the next message of the pool', () => isOver() || open() !== undefined);
    const callback = open();
    if (callback === undefined) continue;
    answered.add(callback);
    const reconnects = wire.command(callback) === 'PLAINTEXT_CONNECT';
    answer(stage, one, callback, reconnects ? [stage.service.plainEnd()] : []);
  }
}
