import { broken, direct } from './broken.js';

/**
 * A callback dropped: `on_io_error` never comes, which is what "enter TLSIO_STATE_EXT_ERROR" means (SRS_TLSIO_30_005);
 * nor was it stored for that use (SRS_TLSIO_30_034), nor does a failed send lead there (SRS_TLSIO_30_095).
 */
export const adapter = broken('on_io_error_dropped', direct, (sound) => ({
  tlsio_open_async: (handle, opened, openedContext, received, receivedContext, on_io_error, context) =>
    sound.tlsio_open_async(
      handle,
      opened,
      openedContext,
      received,
      receivedContext,
      on_io_error && (() => undefined),
      context,
    ),
}));

export const violates: readonly string[] = ['SRS_TLSIO_30_005', 'SRS_TLSIO_30_034', 'SRS_TLSIO_30_095'];

/** What is said of TLSIO_STATE_EXT_ERROR can't be shown: no observer sees the adapter in it. */
export const hides: readonly string[] = [
  'SRS_TLSIO_30_006',
  'SRS_TLSIO_30_009',
  'SRS_TLSIO_30_021',
  'SRS_TLSIO_30_022',
  'SRS_TLSIO_30_037',
  'SRS_TLSIO_30_039',
  'SRS_TLSIO_30_051',
  'SRS_TLSIO_30_052',
  'SRS_TLSIO_30_065',
  'SRS_TLSIO_30_066',
  'SRS_TLSIO_30_071',
  'SRS_TLSIO_30_091',
  'SRS_TLSIO_30_124',
  'SRS_TLSIO_30_201',
  'TLSIO_STATE_EXT_ERROR/tlsio_destroy',
  'TLSIO_STATE_EXT_ERROR/tlsio_open_async',
  'TLSIO_STATE_EXT_ERROR/tlsio_close_async',
  'TLSIO_STATE_EXT_ERROR/tlsio_dowork',
  'sequence/retry',
];
