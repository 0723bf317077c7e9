import { broken, direct } from './broken.js';

/**
 * A value changed: messages that are cancelled are reported as IO_SEND_OK (SRS_TLSIO_30_009). Whoever enters
 * TLSIO_STATE_EXT_CLOSING fails with it: a close (SRS_TLSIO_30_056 and its cell) and a destroy (SRS_TLSIO_30_022).
 */
export const adapter = broken('cancelled_send_reported_ok', direct, (sound) => ({
  tlsio_send_async: (handle, buffer, size, on_send_complete, context) =>
    sound.tlsio_send_async(
      handle,
      buffer,
      size,
      on_send_complete &&
        ((given, result) => {
          on_send_complete(given, result === 'IO_SEND_CANCELLED' ? 'IO_SEND_OK' : result);
        }),
      context,
    ),
}));

export const violates: readonly string[] = [
  'SRS_TLSIO_30_009',
  'SRS_TLSIO_30_022',
  'SRS_TLSIO_30_056',
  'TLSIO_STATE_EXT_OPEN/tlsio_close_async',
];

/** What is shown from inside an on_send_complete with IO_SEND_CANCELLED cannot be prepared: it never comes. */
export const hides: readonly string[] = [
  'SRS_TLSIO_30_006',
  'SRS_TLSIO_30_021',
  'SRS_TLSIO_30_037',
  'SRS_TLSIO_30_052',
  'SRS_TLSIO_30_065',
  'SRS_TLSIO_30_066',
  'SRS_TLSIO_30_124',
];
