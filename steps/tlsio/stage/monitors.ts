import {
  completesOnce,
  contextsAsGiven,
  insideCalls,
  noneForRefused,
  oneErrorPerOpen,
  silentAfterDestroy,
  watching,
  type Monitor,
} from '../../../src/stage/monitors.js';

/** The sentences that have each callback made, by the value that it brings. */
const MADE_BY: readonly Omit<Monitor, 'rule'>[] = [
  { callback: 'on_io_open_complete', value: 'IO_OPEN_OK', requirements: ['SRS_TLSIO_30_007'] },
  { callback: 'on_io_open_complete', value: 'IO_OPEN_ERROR', requirements: ['SRS_TLSIO_30_082'] },
  { callback: 'on_io_open_complete', value: 'IO_OPEN_CANCELLED', requirements: ['SRS_TLSIO_30_057'] },
  { callback: 'on_send_complete', value: 'IO_SEND_OK', requirements: ['SRS_TLSIO_30_091'] },
  { callback: 'on_send_complete', value: 'IO_SEND_ERROR', requirements: ['SRS_TLSIO_30_002'] },
  { callback: 'on_send_complete', value: 'IO_SEND_CANCELLED', requirements: ['SRS_TLSIO_30_009'] },
  { callback: 'on_io_close_complete', requirements: ['SRS_TLSIO_30_006'] },
  { callback: 'on_io_error', requirements: ['SRS_TLSIO_30_005'] },
  { callback: 'on_bytes_received', requirements: ['SRS_TLSIO_30_100'] },
];

/** What is watched in every tlsio scenario, and whose business it is. */
export const monitors: readonly Monitor[] = [
  ...watching(completesOnce, MADE_BY),
  ...watching(oneErrorPerOpen, MADE_BY),
  ...watching(contextsAsGiven, MADE_BY),
  { rule: noneForRefused, callback: 'on_io_open_complete', requirements: ['SRS_TLSIO_30_039'] },
  { rule: noneForRefused, callback: 'on_io_close_complete', requirements: ['SRS_TLSIO_30_054'] },
  { rule: noneForRefused, callback: 'on_send_complete', requirements: ['SRS_TLSIO_30_066'] },
  { rule: silentAfterDestroy, requirements: ['SRS_TLSIO_30_021'] },
  // No sentence says it; an adapter without threads has no other way.
  { rule: insideCalls, requirements: [] },
];
