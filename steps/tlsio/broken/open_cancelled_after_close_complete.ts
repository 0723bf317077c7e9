import { broken, direct } from './broken.js';

/**
 * A wrong order: a close tells a pending open that it is cancelled only when all is closed (SRS_TLSIO_30_057). The last that
 * an observer hears is IO_OPEN_CANCELLED, which means TLSIO_STATE_EXT_CLOSING: the close did not end in
 * TLSIO_STATE_EXT_CLOSED (SRS_TLSIO_30_051 and the cell of an opening adapter).
 */
export const adapter = broken('open_cancelled_after_close_complete', direct, (sound) => {
  const cancelled: (() => void)[] = [];
  return {
    tlsio_open_async: (handle, on_io_open_complete, ...others) =>
      sound.tlsio_open_async(
        handle,
        on_io_open_complete &&
          ((context, result) => {
            if (result === 'IO_OPEN_CANCELLED')
              cancelled.push(() => {
                on_io_open_complete(context, result);
              });
            else on_io_open_complete(context, result);
          }),
        ...others,
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

/** From inside the late callback the adapter, closed by then, opens instead of refusing (SRS_TLSIO_30_037). */
export const violates: readonly string[] = [
  'SRS_TLSIO_30_037',
  'SRS_TLSIO_30_051',
  'SRS_TLSIO_30_057',
  'TLSIO_STATE_EXT_OPENING/tlsio_close_async',
];
