import { broken } from './broken.js';

/** Who closes while the open is in progress does not hear what became of the open (SRS_WSIO_01_038). */
export const adapter = broken('open_cancelled_forgotten', (sound) => ({
  wsio_open: (handle, on_io_open_complete, on_bytes_received, on_io_error, context) =>
    sound.wsio_open(
      handle,
      on_io_open_complete &&
        ((given, result) => {
          if (result !== 'IO_OPEN_CANCELLED') on_io_open_complete(given, result);
        }),
      on_bytes_received,
      on_io_error,
      context,
    ),
}));

export const violates: readonly string[] = ['SRS_WSIO_01_009', 'SRS_WSIO_01_038'];

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
