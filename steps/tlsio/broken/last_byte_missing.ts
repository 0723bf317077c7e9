import { broken, direct } from './broken.js';

/**
 * A send cut short: the last byte of each message is left out. The contents of the buffer are not enqueued
 * (SRS_TLSIO_30_063), not all bytes are sent (SRS_TLSIO_30_091) and the remaining ones never (SRS_TLSIO_30_093), so that
 * `tlsio_dowork` does not send as necessary, nor does the telemetry sequence arrive.
 */
export const adapter = broken('last_byte_missing', direct, (sound) => ({
  tlsio_send_async: (handle, buffer, size, ...others) =>
    sound.tlsio_send_async(handle, buffer, size > 1 ? size - 1 : size, ...others),
}));

/**
 * Also where a message is sent from inside `on_io_open_complete` (SRS_TLSIO_30_007), or after one that was refused
 * (SRS_TLSIO_30_064).
 */
export const violates: readonly string[] = [
  'SRS_TLSIO_30_007',
  'SRS_TLSIO_30_063',
  'SRS_TLSIO_30_064',
  'SRS_TLSIO_30_091',
  'SRS_TLSIO_30_093',
  'TLSIO_STATE_EXT_OPEN/tlsio_dowork',
  'sequence/telemetry-send',
];
