import { broken } from './broken.js';

/** A pending send that a close cancels is reported as failed (SRS_WSIO_01_109). */
export const adapter = broken('cancelled_send_reported_as_error', (sound) => ({
  wsio_send: (handle, buffer, size, on_send_complete, context) =>
    sound.wsio_send(
      handle,
      buffer,
      size,
      on_send_complete &&
        ((given, result) => {
          on_send_complete(given, result === 'IO_SEND_CANCELLED' ? 'IO_SEND_ERROR' : result);
        }),
      context,
    ),
}));

export const violates: readonly string[] = ['SRS_WSIO_01_009', 'SRS_WSIO_01_109'];

/** There is no callback with that result to call anything from. */
export const hides: readonly string[] = [
  'SRS_WSIO_01_007',
  'SRS_WSIO_01_034',
  'SRS_WSIO_01_035',
  'SRS_WSIO_01_045',
  'SRS_WSIO_01_046',
  'SRS_WSIO_01_051',
  'SRS_WSIO_01_061',
];
