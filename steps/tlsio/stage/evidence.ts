import { owed } from '../../../src/timeline/completions.js';
import type { Evidence } from '../../../src/stage/stage.js';
import type { TlsioInstance } from './instance.js';

/** Evidence that something is so, with the same words for what is expected and what is seen instead. */
function evidence(what: string, holds: boolean, expected: string, otherwise: string): Evidence {
  return { what, holds, expected, observed: holds ? expected : otherwise };
}

/** Sends that the adapter took and has not completed. */
function unfinishedSends({ timeline }: TlsioInstance): number {
  return owed(timeline, timeline.calls, 'on_send_complete', 0).filter(
    ({ completions }) => completions.length === 0,
  ).length;
}

/** No connection stands at the far end once everything that was under way has arrived. */
async function connectionGone(tlsio: TlsioInstance): Promise<Evidence> {
  await tlsio.settleWithoutDowork();
  return evidence(
    'the connection is closed',
    !tlsio.under.peer.connected,
    'no connection',
    'the peer still has one',
  );
}

function noUnfinishedSends(tlsio: TlsioInstance): Evidence {
  const left = unfinishedSends(tlsio);
  return evidence('every message was completed', left === 0, 'no message left', `${left} not completed`);
}

/** Whatever is pumped, nothing happens below any more. */
function doworkIsIdle(tlsio: TlsioInstance): Evidence {
  const before = tlsio.timeline.below.length;
  tlsio.call('tlsio_dowork');
  const idle = tlsio.timeline.below.length === before;
  return evidence('tlsio_dowork does nothing', idle, 'no call below', 'calls below');
}

function handshakeSeenThrough({ under }: TlsioInstance): Evidence {
  return evidence('the peer saw the handshake through', under.peer.handshakes > 0, 'a handshake', 'none');
}

type Behaviour = (tlsio: TlsioInstance) => readonly Evidence[];

const BEHAVIOURS: ReadonlyMap<string, Behaviour> = new Map<string, Behaviour>([
  ['TLSIO_STATE_EXT_OPENING', () => []],
  ['TLSIO_STATE_EXT_OPEN', (tlsio) => [handshakeSeenThrough(tlsio)]],
  ['TLSIO_STATE_EXT_CLOSING', (tlsio) => [noUnfinishedSends(tlsio)]],
  [
    'TLSIO_STATE_EXT_CLOSED',
    (tlsio) => (tlsio.destroyed ? [noUnfinishedSends(tlsio)] : [doworkIsIdle(tlsio)]),
  ],
  ['TLSIO_STATE_EXT_ERROR', (tlsio) => [doworkIsIdle(tlsio)]],
]);

/** How the adapter behaves, held against how it must in a state of the section "External State". */
export async function evidenceOf(tlsio: TlsioInstance, state: string): Promise<readonly Evidence[]> {
  const behaviour = BEHAVIOURS.get(state);
  if (behaviour === undefined) throw new Error(`the document defines no state ${state} that a step knows`);
  // The peer's view of a handshake comes after the adapter's.
  if (state === 'TLSIO_STATE_EXT_OPEN') await tlsio.settle();
  const seen = behaviour(tlsio);
  return state === 'TLSIO_STATE_EXT_CLOSED' ? [...seen, await connectionGone(tlsio)] : seen;
}
