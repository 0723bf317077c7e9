import type { NamedArguments } from '../../../src/stage/session.js';
import type { CallRecord } from '../../../src/timeline/timeline.js';
import type { WsUnderlying } from '../underlying/underlying.js';
import type { WsioState } from './external_state.js';

/** A wsio under test, as those need it who bring it into a state. */
export interface WsioInstance {
  readonly under: WsUnderlying;
  /** The state now; `none` before an instance stands. */
  readonly state: string;
  call(functionName: string, given?: NamedArguments): CallRecord;
  /** Queues messages that libwebsockets has not asked for yet. */
  leaveUnsent(count: number): Promise<readonly CallRecord[]>;
  settle(): Promise<void>;
  waitUntil(what: string, condition: () => boolean): Promise<void>;
}

/** How each state is reached from `closed` through the API alone. */
const ROUTES: ReadonlyMap<WsioState, (wsio: WsioInstance) => Promise<void>> = new Map([
  ['closed', openAndClose],
  ['opening', beginToOpen],
  ['open', open],
  ['error', fail],
]);

/**
 * Brings a wsio from `closed` into a state.
 * @throws Error when it does not get there.
 */
export async function enterFromClosed(wsio: WsioInstance, state: string): Promise<void> {
  const route = ROUTES.get(state as WsioState);
  if (route === undefined) throw new Error(`no way into the state ${state} is known`);
  await route(wsio);
}

/** Closed again, so that there is a connection of old. */
async function openAndClose(wsio: WsioInstance): Promise<void> {
  await open(wsio);
  wsio.call('wsio_close');
}

function beginToOpen(wsio: WsioInstance): Promise<void> {
  wsio.under.peer.conduct = 'hold';
  callOpen(wsio);
  return Promise.resolve();
}

async function open(wsio: WsioInstance): Promise<void> {
  callOpen(wsio);
  await wsio.waitUntil('IO_OPEN_OK', () => wsio.state !== 'opening');
  if (wsio.state !== 'open') throw new Error(`the open ended in the state ${wsio.state}`);
  await wsio.settle();
}

/** With a message left, which a close has to cancel and nothing may send. */
async function fail(wsio: WsioInstance): Promise<void> {
  await open(wsio);
  wsio.under.holdWrites();
  await wsio.leaveUnsent(1);
  wsio.under.tell({ reason: 'LWS_CALLBACK_CLIENT_CONNECTION_ERROR' });
  await wsio.waitUntil('on_io_error', () => wsio.state === 'error');
}

function callOpen(wsio: WsioInstance): void {
  const { result } = wsio.call('wsio_open');
  if (result !== 0) throw new Error(`wsio_open returned ${String(result)}`);
}
