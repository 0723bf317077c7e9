import { owed } from '../../../src/timeline/completions.js';
import type { Evidence } from '../../../src/stage/stage.js';
import type { TlsioStage } from './stage.js';

/** Evidence that something is so, with the same words for what is expected and what is seen instead. */
function evidence(what: string, holds: boolean, expected: string, otherwise: string): Evidence {
  return { what, holds, expected, observed: holds ? expected : otherwise };
}

/** Sends that the adapter took and has not completed. */
function unfinishedSends({ timeline }: TlsioStage): number {
  return owed(timeline, timeline.calls, 'on_send_complete', 0).filter(
    ({ completions }) => completions.length === 0,
  ).length;
}

/** No connection stands at the far end once everything that was under way has arrived. */
async function connectionGone(stage: TlsioStage): Promise<Evidence> {
  await stage.settleWithoutDowork();
  return evidence(
    'the connection is closed',
    !stage.under.peer.connected,
    'no connection',
    'the peer still has one',
  );
}

function noUnfinishedSends(stage: TlsioStage): Evidence {
  const left = unfinishedSends(stage);
  return evidence('every message was completed', left === 0, 'no message left', `${left} not completed`);
}

/** Whatever is pumped, nothing happens below any more. */
function doworkIsIdle(stage: TlsioStage): Evidence {
  const before = stage.timeline.below.length;
  stage.call('tlsio_dowork');
  const idle = stage.timeline.below.length === before;
  return evidence('tlsio_dowork does nothing', idle, 'no call below', 'calls below');
}

const BEHAVIOURS: Readonly<Record<string, (stage: TlsioStage) => readonly Evidence[]>> = {
  TLSIO_STATE_EXT_OPENING: () => [],
  TLSIO_STATE_EXT_OPEN: (stage) => [
    evidence('the peer saw the handshake through', stage.under.peer.handshakes > 0, 'a handshake', 'none'),
  ],
  TLSIO_STATE_EXT_CLOSING: (stage) => [noUnfinishedSends(stage)],
  TLSIO_STATE_EXT_CLOSED: (stage) => (stage.destroyed ? [noUnfinishedSends(stage)] : [doworkIsIdle(stage)]),
  TLSIO_STATE_EXT_ERROR: (stage) => [doworkIsIdle(stage)],
};

/** How the adapter behaves, held against how it must in a state of the section "External State". */
export async function evidenceOf(stage: TlsioStage, state: string): Promise<readonly Evidence[]> {
  const behaviour = BEHAVIOURS[state];
  if (behaviour === undefined) throw new Error(`the document defines no state ${state} that a step knows`);
  // The peer's view of a handshake comes after the adapter's.
  if (state === 'TLSIO_STATE_EXT_OPEN') await stage.settle();
  const seen = behaviour(stage);
  return state === 'TLSIO_STATE_EXT_CLOSED' ? [...seen, await connectionGone(stage)] : seen;
}
