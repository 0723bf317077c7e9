import type { AdapterModule } from '../../../src/subject/adapter.js';
import { preparing } from '../../../src/stage/preparation.js';
import type { TlsioInstance } from './instance.js';

/** Only adapters that close asynchronously stay in TLSIO_STATE_EXT_CLOSING for an observer to see. */
export function unreachable(adapter: AdapterModule, state: string): string | null {
  return state === 'TLSIO_STATE_EXT_CLOSING' && adapter.capabilities.asynchronousClose !== true
    ? 'asynchronousClose is false: TLSIO_STATE_EXT_CLOSING is not externally visible'
    : null;
}

/** How each external state is reached through the API alone. */
const ROUTES: ReadonlyMap<string, (tlsio: TlsioInstance) => Promise<void>> = new Map([
  ['TLSIO_STATE_EXT_CLOSED', (tlsio: TlsioInstance) => tlsio.ensureCreated()],
  ['TLSIO_STATE_EXT_OPENING', begin],
  ['TLSIO_STATE_EXT_OPEN', open],
  ['TLSIO_STATE_EXT_CLOSING', beginToClose],
  ['TLSIO_STATE_EXT_ERROR', fail],
]);

async function begin(tlsio: TlsioInstance): Promise<void> {
  await tlsio.ensureCreated();
  mustSucceed(tlsio, 'tlsio_open_async');
}

async function open(tlsio: TlsioInstance): Promise<void> {
  await begin(tlsio);
  await tlsio.waitUntil('on_io_open_complete', () => tlsio.state !== 'TLSIO_STATE_EXT_OPENING');
  // The adapter's handshake is over before its peer's: the peer can send only after its own.
  await tlsio.settle();
}

async function beginToClose(tlsio: TlsioInstance): Promise<void> {
  await enterExternalState(tlsio, 'TLSIO_STATE_EXT_OPEN');
  tlsio.under.inject('a peer that never answers the close');
  mustSucceed(tlsio, 'tlsio_close_async');
}

async function fail(tlsio: TlsioInstance): Promise<void> {
  await enterExternalState(tlsio, 'TLSIO_STATE_EXT_OPEN');
  await tlsio.leaveMessagesUnsent(1);
  tlsio.under.peer.reset();
  await tlsio.waitUntil('on_io_error', () => tlsio.state === 'TLSIO_STATE_EXT_ERROR');
  tlsio.under.releaseSends();
}

function mustSucceed(tlsio: TlsioInstance, functionName: string): void {
  const { result } = tlsio.call(functionName);
  if (result !== 0) throw new Error(`${functionName} returned ${String(result)}; 0 was needed`);
}

/**
 * Brings the adapter from TLSIO_STATE_EXT_CLOSED (or from nothing) into an external state.
 * @throws PreparationError when the adapter does not get there.
 */
export async function enterExternalState(tlsio: TlsioInstance, state: string): Promise<void> {
  const route = ROUTES.get(state);
  if (route === undefined)
    throw new Error(`no way into the state ${state} is known; the document defines no such state`);
  if (tlsio.state === state) return;
  await preparing(`bring the adapter into ${state}`, async () => {
    await route(tlsio);
    if (tlsio.state !== state) throw new Error(`it is in ${tlsio.state}`);
  });
}

/** Where each function succeeds with valid arguments; the others do in every state. */
const WHERE_CALLS_SUCCEED: ReadonlyMap<string, string> = new Map([
  ['tlsio_open_async', 'TLSIO_STATE_EXT_CLOSED'],
  ['tlsio_close_async', 'TLSIO_STATE_EXT_OPEN'],
  ['tlsio_send_async', 'TLSIO_STATE_EXT_OPEN'],
  ['tlsio_dowork', 'TLSIO_STATE_EXT_OPEN'],
  ['tlsio_destroy', 'TLSIO_STATE_EXT_OPEN'],
  ['tlsio_setoption', 'TLSIO_STATE_EXT_CLOSED'],
  ['tlsio_retrieveoptions', 'TLSIO_STATE_EXT_CLOSED'],
]);

/** Brings the adapter where the function would succeed, so that a refusal shows the argument's fault and no other. */
export async function prepareFor(tlsio: TlsioInstance, functionName: string): Promise<void> {
  const state = WHERE_CALLS_SUCCEED.get(functionName);
  if (state !== undefined) await enterExternalState(tlsio, state);
}
