import { broken, direct } from './broken.js';

/**
 * A wrong order: the close completes before the messages that it cancels. They were not gone through on entering
 * TLSIO_STATE_EXT_CLOSING (SRS_TLSIO_30_009), which a close does first (SRS_TLSIO_30_056 and the cell of an open adapter).
 */
export const adapter = broken('close_complete_before_cancelled_sends', direct, (sound) => {
  const cancelled: (() => void)[] = [];
  return {
    tlsio_send_async: (handle, buffer, size, on_send_complete, context) =>
      sound.tlsio_send_async(
        handle,
        buffer,
        size,
        on_send_complete &&
          ((given, result) => {
            if (result === 'IO_SEND_CANCELLED')
              cancelled.push(() => {
                on_send_complete(given, result);
              });
            else on_send_complete(given, result);
          }),
        context,
      ),
    tlsio_close_async: (...parameters) => {
      const result = sound.tlsio_close_async(...parameters);
      for (const complete of cancelled.splice(0)) complete();
      return result;
    },
    tlsio_destroy: (handle) => {
      sound.tlsio_destroy(handle);
      for (const complete of cancelled.splice(0)) complete();
    },
  };
});

/**
 * A cancellation comes when the adapter is closed already: a `tlsio_destroy` from inside it can't keep the remaining ones
 * back (SRS_TLSIO_30_021), and a `tlsio_open_async` from inside it is not refused (SRS_TLSIO_30_037).
 */
export const violates: readonly string[] = [
  'SRS_TLSIO_30_009',
  'SRS_TLSIO_30_021',
  'SRS_TLSIO_30_037',
  'SRS_TLSIO_30_056',
  'TLSIO_STATE_EXT_OPEN/tlsio_close_async',
];
