import { broken, direct } from './broken.js';

/**
 * A wrong context: `on_io_error` gets the context of another callback (SRS_TLSIO_30_005), so it was not stored as provided
 * (SRS_TLSIO_30_034), and a failed send enters TLSIO_STATE_EXT_ERROR wrongly (SRS_TLSIO_30_095).
 */
export const adapter = broken('wrong_context_on_io_error', direct, (sound) => ({
  tlsio_open_async: (handle, opened, openedContext, received, receivedContext, on_io_error) =>
    sound.tlsio_open_async(
      handle,
      opened,
      openedContext,
      received,
      receivedContext,
      on_io_error,
      receivedContext,
    ),
}));

export const violates: readonly string[] = ['SRS_TLSIO_30_005', 'SRS_TLSIO_30_034', 'SRS_TLSIO_30_095'];
