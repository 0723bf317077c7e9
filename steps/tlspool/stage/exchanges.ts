import { preparing } from '../../../src/stage/preparation.js';
import type { Values } from '../underlying/wire/wire.js';
import { byNumber } from './by_number.js';
import type { Numbered } from './client_side.js';
import type { TlspoolStage } from './stage.js';

const ASKED = /LOCAL_IDENTITY_CHECK|RECONNECT/;

/** The flow that a feature gives a number, counted from 1. */
export const exchange = ({ client }: TlspoolStage, number: number | string): Numbered =>
  byNumber(client.numbered, number);

export const stateOf = (stage: TlspoolStage, { flow }: Numbered): string => stage.client.stateOf(flow);

/** Makes a call about a flow that must succeed, and notes the number under which its message went. */
export function succeed(stage: TlspoolStage, one: Numbered, functionName: string, given = {}): void {
  stage.client.succeed(functionName, { flow: one.flow, ...given });
  stage.client.place.pump();
  one.reqid = stage.client.lastReqid();
}

/** Another flow over the same connection to the pool, whose first message is on its way. */
export async function begin(stage: TlspoolStage, command: 'PING' | 'STARTTLS'): Promise<Numbered> {
  const { client, wire } = stage;
  await client.createFlow();
  const one = { flow: client.exchanges.at(-1)?.flow, reqid: 0, cbid: 0 };
  if (command === 'STARTTLS') await client.prepareConnection();
  if (command === 'PING') succeed(stage, one, 'tlspool_flow_ping');
  else succeed(stage, one, 'tlspool_flow_starttls', { flags: wire.flags.number('LOCALID_CHECK') });
  client.numbered.push(one);
  return one;
}

/** Waits for what the pool says next to a flow, and takes it without sending it on. */
export async function nextFor(stage: TlspoolStage, one: Numbered): Promise<Buffer> {
  const { held } = stage.client.place;
  const isFor = (message: Buffer): boolean => stage.wire.number(message, 'reqid') === one.reqid;
  await stage.waitUntil('the next message of the pool', () => held.some(isFor));
  const [message] = held.splice(held.findIndex(isFor), 1);
  if (message === undefined) throw new Error('there is no message');
  return message;
}

/** Sends a flow a message: by a field of its own, or as the pool has it. */
export async function send(stage: TlspoolStage, message: Buffer, changes: Values = {}): Promise<void> {
  stage.client.said = stage.client.place.say(message, changes);
  await stage.settle();
}

/** One step of a flow: the application agrees to what it is asked, or the pool's next message comes. */
export async function goOn(stage: TlspoolStage, one: Numbered): Promise<void> {
  if (ASKED.test(stateOf(stage, one))) succeed(stage, one, 'tlspool_flow_accept');
  else {
    const message = await nextFor(stage, one);
    one.cbid = stage.wire.number(message, 'cbid');
    await send(stage, message);
  }
}

/** The points at which a client waits, or is asked, by their names in the features. */
const POINTS = new Map<string, (stage: TlspoolStage) => Promise<Numbered>>([
  ['for the answer to PING', (stage) => begin(stage, 'PING')],
  ['for the first callback', (stage) => begin(stage, 'STARTTLS')],
  [
    'for the application to accept a local identity',
    (stage) => advanced(stage, 'TLSPOOL_FLOW_LOCAL_IDENTITY_CHECK'),
  ],
  [
    'for what follows the local identity',
    (stage) => advanced(stage, 'TLSPOOL_FLOW_LOCAL_IDENTITY_CHECK', 'and one step further'),
  ],
  ['for the application to reconnect', (stage) => advanced(stage, 'TLSPOOL_FLOW_RECONNECT')],
  [
    'for the end of the handshake',
    (stage) => advanced(stage, 'TLSPOOL_FLOW_RECONNECT', 'and one step further'),
  ],
]);

/** Begins an exchange and brings it to a point; preparation. */
export function waitAt(stage: TlspoolStage, point: string): Promise<Numbered> {
  const reach = POINTS.get(point);
  if (reach === undefined) throw new Error(`there is no point ${point}`);
  return preparing(`bring an exchange to where it waits ${point}`, () => reach(stage));
}

async function advanced(
  stage: TlspoolStage,
  state: string,
  further?: 'and one step further',
): Promise<Numbered> {
  const one = await begin(stage, 'STARTTLS');
  while (stateOf(stage, one) !== state) await goOn(stage, one);
  if (further !== undefined) await goOn(stage, one);
  return one;
}

/** True for a flow that waits no more. */
export const isOver = (stage: TlspoolStage, one: Numbered): boolean =>
  /PROTECTED|OVER|INTRODUCED/.test(stateOf(stage, one));

/** What the pool says when it ends an exchange by an error. */
export const refusal = (one: Numbered, tlserrno: number | string): Values => ({
  reqid: one.reqid,
  cmd: 'ERROR',
  tlserrno,
  message: 'as the scenario wants it',
});
