import type { AdapterModule } from '../../../src/subject/adapter.js';
import { preparing } from '../../../src/stage/preparation.js';
import type { TlsioStage } from './stage.js';

/** Only adapters that close asynchronously stay in TLSIO_STATE_EXT_CLOSING for an observer to see. */
export function unreachable(adapter: AdapterModule, state: string): string | null {
  return state === 'TLSIO_STATE_EXT_CLOSING' && adapter.capabilities.asynchronousClose !== true
    ? 'asynchronousClose is false: TLSIO_STATE_EXT_CLOSING is not externally visible'
    : null;
}

/** How each external state is reached through the API alone. */
const ROUTES: Readonly<Record<string, (stage: TlsioStage) => Promise<void>>> = {
  TLSIO_STATE_EXT_CLOSED: (stage) => stage.ensureCreated(),
  TLSIO_STATE_EXT_OPENING: async (stage) => {
    await stage.ensureCreated();
    mustSucceed(stage, 'tlsio_open_async');
  },
  TLSIO_STATE_EXT_OPEN: async (stage) => {
    await stage.ensureCreated();
    mustSucceed(stage, 'tlsio_open_async');
    await stage.waitUntil('on_io_open_complete', () => stage.state !== 'TLSIO_STATE_EXT_OPENING');
    // The adapter's handshake is over before its peer's: the peer can send only after its own.
    await stage.settle();
  },
  TLSIO_STATE_EXT_CLOSING: async (stage) => {
    await enterExternalState(stage, 'TLSIO_STATE_EXT_OPEN');
    stage.under.inject('a peer that never answers the close');
    mustSucceed(stage, 'tlsio_close_async');
  },
  TLSIO_STATE_EXT_ERROR: async (stage) => {
    await enterExternalState(stage, 'TLSIO_STATE_EXT_OPEN');
    await stage.leaveMessagesUnsent(1);
    stage.under.peer.reset();
    await stage.waitUntil('on_io_error', () => stage.state === 'TLSIO_STATE_EXT_ERROR');
    stage.under.releaseSends();
  },
};

function mustSucceed(stage: TlsioStage, functionName: string): void {
  const { result } = stage.call(functionName);
  if (result !== 0) throw new Error(`${functionName} returned ${String(result)}; 0 was needed`);
}

/**
 * Brings the adapter from TLSIO_STATE_EXT_CLOSED (or from nothing) into an external state.
 * @throws PreparationError when the adapter does not get there.
 */
export async function enterExternalState(stage: TlsioStage, state: string): Promise<void> {
  const route = ROUTES[state];
  if (route === undefined)
    throw new Error(`no way into the state ${state} is known; the document defines no such state`);
  if (stage.state === state) return;
  await preparing(`bring the adapter into ${state}`, async () => {
    await route(stage);
    if (stage.state !== state) throw new Error(`it is in ${stage.state}`);
  });
}

/** Where each function succeeds with valid arguments; the others do in every state. */
const WHERE_CALLS_SUCCEED: Readonly<Record<string, string>> = {
  tlsio_open_async: 'TLSIO_STATE_EXT_CLOSED',
  tlsio_close_async: 'TLSIO_STATE_EXT_OPEN',
  tlsio_send_async: 'TLSIO_STATE_EXT_OPEN',
  tlsio_dowork: 'TLSIO_STATE_EXT_OPEN',
  tlsio_destroy: 'TLSIO_STATE_EXT_OPEN',
  tlsio_setoption: 'TLSIO_STATE_EXT_CLOSED',
  tlsio_retrieveoptions: 'TLSIO_STATE_EXT_CLOSED',
};

/** Brings the adapter where the function would succeed, so that a refusal shows the argument's fault and no other. */
export async function prepareFor(stage: TlsioStage, functionName: string): Promise<void> {
  const state = WHERE_CALLS_SUCCEED[functionName];
  if (state !== undefined) await enterExternalState(stage, state);
}
