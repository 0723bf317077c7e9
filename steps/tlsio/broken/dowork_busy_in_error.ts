import type { CONCRETE_IO_HANDLE } from '../../../src/adapters/index.js';
import { broken, direct } from './broken.js';

/** Not idle: `tlsio_dowork` goes on complaining in TLSIO_STATE_EXT_ERROR (SRS_TLSIO_30_071). */
export const adapter = broken('dowork_busy_in_error', direct, (sound, { log }) => {
  const failed = new Set<CONCRETE_IO_HANDLE | null>();
  return {
    tlsio_open_async: (handle, opened, openedContext, received, receivedContext, on_io_error, context) =>
      sound.tlsio_open_async(
        handle,
        opened,
        openedContext,
        received,
        receivedContext,
        on_io_error &&
          ((given) => {
            failed.add(handle);
            on_io_error(given);
          }),
        context,
      ),
    tlsio_close_async: (handle, ...others) => {
      failed.delete(handle);
      return sound.tlsio_close_async(handle, ...others);
    },
    tlsio_dowork: (handle) => {
      if (failed.has(handle)) log('AZ_LOG_ERROR', 'tlsio_dowork: the connection is still lost');
      sound.tlsio_dowork(handle);
    },
  };
});

export const violates: readonly string[] = ['SRS_TLSIO_30_071', 'TLSIO_STATE_EXT_ERROR/tlsio_dowork'];
