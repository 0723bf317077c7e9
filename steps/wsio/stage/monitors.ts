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
  { callback: 'on_io_open_complete', value: 'IO_OPEN_OK', requirements: ['SRS_WSIO_01_036'] },
  { callback: 'on_io_open_complete', value: 'IO_OPEN_ERROR', requirements: ['SRS_WSIO_01_037'] },
  { callback: 'on_io_open_complete', value: 'IO_OPEN_CANCELLED', requirements: ['SRS_WSIO_01_038'] },
  { callback: 'on_send_complete', value: 'IO_SEND_OK', requirements: ['SRS_WSIO_01_078'] },
  { callback: 'on_send_complete', value: 'IO_SEND_ERROR', requirements: ['SRS_WSIO_01_076'] },
  { callback: 'on_send_complete', value: 'IO_SEND_CANCELLED', requirements: ['SRS_WSIO_01_109'] },
  { callback: 'on_io_close_complete', requirements: ['SRS_WSIO_01_047'] },
  { callback: 'on_io_error', requirements: ['SRS_WSIO_01_117'] },
];

/** The sentences that say which context each callback gets. */
const CONTEXTS: readonly Omit<Monitor, 'rule'>[] = [
  { callback: 'on_io_open_complete', requirements: ['SRS_WSIO_01_039'] },
  { callback: 'on_io_close_complete', requirements: ['SRS_WSIO_01_048'] },
  { callback: 'on_send_complete', value: 'IO_SEND_CANCELLED', requirements: ['SRS_WSIO_01_110'] },
  { callback: 'on_send_complete', requirements: ['SRS_WSIO_01_059'] },
  { callback: 'on_bytes_received', requirements: ['SRS_WSIO_01_086'] },
];

/** What is watched in every wsio scenario, and whose business it is. */
export const monitors: readonly Monitor[] = [
  ...watching(completesOnce, MADE_BY),
  ...watching(oneErrorPerOpen, MADE_BY),
  ...watching(contextsAsGiven, CONTEXTS),
  { rule: noneForRefused, callback: 'on_io_open_complete', requirements: ['SRS_WSIO_01_033'] },
  { rule: noneForRefused, callback: 'on_io_close_complete', requirements: ['SRS_WSIO_01_046'] },
  { rule: noneForRefused, callback: 'on_send_complete', requirements: ['SRS_WSIO_01_106'] },
  { rule: silentAfterDestroy, requirements: ['SRS_WSIO_01_007'] },
  // No sentence says it; an adapter without threads has no other way.
  { rule: insideCalls, requirements: [] },
];
