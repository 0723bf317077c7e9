import { COMMANDS, FLAGS } from '../../../src/adapters/tlspool/commands.js';
import { readNumber, type FieldValues } from '../../../src/adapters/tlspool/wire.js';
import { preparing } from '../../../src/stage/preparation.js';
import type { TlspoolStage } from './stage.js';
import { ExchangesByNumber } from './exchanges_by_number.js';

/** One flow of a scenario that has several, and the number of the client's last message. */
export interface Numbered {
  readonly flow: unknown;
  reqid: number;
  /** The number of the pool's last callback to it. */
  cbid: number;
}

const ASKED = /LOCAL_IDENTITY_CHECK|RECONNECT/;

const flows = new ExchangesByNumber<Numbered>();

/** The flows of a scenario, in the order in which they began. */
export const numbered = (stage: TlspoolStage): Numbered[] => flows.of(stage);

/** The flow that a feature gives a number, counted from 1. */
export const exchange = (stage: TlspoolStage, number: number | string): Numbered => flows.get(stage, number);

export const stateOf = (stage: TlspoolStage, { flow }: Numbered): string => stage.client.stateOf(flow);

/** Makes a call about a flow that must succeed, and notes the number under which its message went. */
export function succeed(stage: TlspoolStage, one: Numbered, functionName: string, given = {}): void {
  stage.client.succeed(functionName, { flow: one.flow, ...given });
  stage.client.place.pump();
  one.reqid = stage.client.lastReqid();
}

/** Another flow over the same connection to the pool, whose first message is on its way. */
export async function begin(stage: TlspoolStage, command: 'PING' | 'STARTTLS'): Promise<Numbered> {
  const { client } = stage;
  await client.createFlow();
  const one = { flow: client.exchanges.at(-1)?.flow, reqid: 0, cbid: 0 };
  if (command === 'STARTTLS') await client.prepareConnection();
  if (command === 'PING') succeed(stage, one, 'tlspool_flow_ping');
  else succeed(stage, one, 'tlspool_flow_starttls', { flags: FLAGS.LOCALID_CHECK });
  numbered(stage).push(one);
  return one;
}

const isFor = (one: Numbered) => (message: Buffer) => readNumber(message, 'reqid') === one.reqid;

/** Waits for what the pool says next to a flow, and takes it without sending it on. */
export async function nextFor(stage: TlspoolStage, one: Numbered): Promise<Buffer> {
  const { held } = stage.client.place;
  await stage.waitUntil('the next message of the pool', () => held.some(isFor(one)));
  const [message] = held.splice(held.findIndex(isFor(one)), 1);
  if (message === undefined) throw new Error('there is no message');
  return message;
}

/** Sends a flow a message: by a field of its own, or as the pool has it. */
export async function send(stage: TlspoolStage, message: Buffer, changes: FieldValues = {}): Promise<void> {
  stage.client.said = stage.client.place.say(message, changes);
  await stage.settle();
}

/** One step of a flow: the application agrees to what it is asked, or the pool's next message comes. */
export async function goOn(stage: TlspoolStage, one: Numbered): Promise<void> {
  if (ASKED.test(stateOf(stage, one))) succeed(stage, one, 'tlspool_flow_accept');
  else {
    const message = await nextFor(stage, one);
    one.cbid = readNumber(message, 'cbid');
    await send(stage, message);
  }
}

/** The points at which a client waits, or is asked, by their names in the features. */
export const POINTS: Readonly<Record<string, (stage: TlspoolStage) => Promise<Numbered>>> = {
  'for the answer to PING': (stage) => begin(stage, 'PING'),
  'for the first callback': (stage) => begin(stage, 'STARTTLS'),
  'for the application to accept a local identity': (stage) =>
    advanced(stage, 'TLSPOOL_FLOW_LOCAL_IDENTITY_CHECK'),
  'for what follows the local identity': async (stage) => {
    const one = await advanced(stage, 'TLSPOOL_FLOW_LOCAL_IDENTITY_CHECK');
    await goOn(stage, one);
    return one;
  },
  'for the application to reconnect': (stage) => advanced(stage, 'TLSPOOL_FLOW_RECONNECT'),
  'for the end of the handshake': async (stage) => {
    const one = await advanced(stage, 'TLSPOOL_FLOW_RECONNECT');
    await goOn(stage, one);
    return one;
  },
};

/** Begins an exchange and brings it to a point; preparation. */
export function waitAt(stage: TlspoolStage, point: string): Promise<Numbered> {
  const reach = POINTS[point];
  if (reach === undefined) throw new Error(`there is no point ${point}`);
  return preparing(`bring an exchange to where it waits ${point}`, () => reach(stage));
}

async function advanced(stage: TlspoolStage, state: string): Promise<Numbered> {
  const one = await begin(stage, 'STARTTLS');
  while (stateOf(stage, one) !== state) await goOn(stage, one);
  return one;
}

/** True for a flow that waits no more. */
export const isOver = (stage: TlspoolStage, one: Numbered): boolean =>
  /PROTECTED|OVER|INTRODUCED/.test(stateOf(stage, one));

/** What the pool says when it ends an exchange by an error. */
export const refusal = (one: Numbered, tlserrno: number): FieldValues => ({
  reqid: one.reqid,
  cmd: COMMANDS.ERROR,
  tlserrno,
  message: 'as the scenario wants it',
});
