import { broken, direct } from './broken.js';

/**
 * A result changed: a close that does all it should returns 1 (SRS_TLSIO_30_052), so it is not ok in any cell, in the
 * close sequence or in an unusual state (SRS_TLSIO_30_053). As its callback comes all the same, a failed close has one
 * (SRS_TLSIO_30_054). As the external state is determined by calls that succeed, TLSIO_STATE_EXT_CLOSING is not entered
 * (SRS_TLSIO_30_056) and not passed through (SRS_TLSIO_30_051).
 */
export const adapter = broken('close_returns_failure', direct, (sound) => ({
  tlsio_close_async: (...parameters) => {
    sound.tlsio_close_async(...parameters);
    return 1;
  },
}));

export const violates: readonly string[] = [
  'SRS_TLSIO_30_051',
  'SRS_TLSIO_30_052',
  'SRS_TLSIO_30_053',
  'SRS_TLSIO_30_054',
  'SRS_TLSIO_30_056',
  'TLSIO_STATE_EXT_CLOSED/tlsio_close_async',
  'TLSIO_STATE_EXT_OPENING/tlsio_close_async',
  'TLSIO_STATE_EXT_OPEN/tlsio_close_async',
  'TLSIO_STATE_EXT_ERROR/tlsio_close_async',
  'sequence/close',
];
