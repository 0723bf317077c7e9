import { broken, direct } from './broken.js';

/**
 * A callback dropped: `on_io_close_complete` never comes, which is what "enter TLSIO_STATE_EXT_CLOSED" means
 * (SRS_TLSIO_30_006). With it fail the sentences and cells that have a close enter that state or go on normally
 * (SRS_TLSIO_30_051, SRS_TLSIO_30_053), and the retry sequences, which wait for it (SRS_TLSIO_30_200, SRS_TLSIO_30_201).
 */
export const adapter = broken('close_complete_dropped', direct, (sound) => ({
  tlsio_close_async: (handle, on_io_close_complete, context) =>
    sound.tlsio_close_async(handle, on_io_close_complete && (() => undefined), context),
}));

/** A `tlsio_destroy` during a close can't bring its completion either (SRS_TLSIO_30_022). */
export const violates: readonly string[] = [
  'SRS_TLSIO_30_006',
  'SRS_TLSIO_30_022',
  'SRS_TLSIO_30_051',
  'SRS_TLSIO_30_053',
  'SRS_TLSIO_30_200',
  'SRS_TLSIO_30_201',
  'TLSIO_STATE_EXT_CLOSED/tlsio_close_async',
  'TLSIO_STATE_EXT_ERROR/tlsio_close_async',
  'TLSIO_STATE_EXT_OPEN/tlsio_close_async',
  'TLSIO_STATE_EXT_OPENING/tlsio_close_async',
];

/** What follows a completed close can't be brought about. */
export const hides: readonly string[] = [
  'SRS_TLSIO_30_021',
  'SRS_TLSIO_30_052',
  'SRS_TLSIO_30_065',
  'SRS_TLSIO_30_066',
  'SRS_TLSIO_30_075',
  'SRS_TLSIO_30_124',
];
