import { broken, direct } from './broken.js';

/** A guard removed: `tlsio_open_async` takes NULL for `on_io_error` (SRS_TLSIO_30_033). */
export const adapter = broken('null_on_io_error_accepted', direct, (sound) => ({
  tlsio_open_async: (handle, opened, openedContext, received, receivedContext, on_io_error, errorContext) =>
    sound.tlsio_open_async(
      handle,
      opened,
      openedContext,
      received,
      receivedContext,
      on_io_error ?? (() => undefined),
      errorContext,
    ),
}));

export const violates: readonly string[] = ['SRS_TLSIO_30_033'];
