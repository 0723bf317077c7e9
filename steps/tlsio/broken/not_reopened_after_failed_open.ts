import type { CONCRETE_IO_HANDLE } from '../../../src/adapters/index.js';
import { broken, direct } from './broken.js';

/** A failed open is the last one: the instance refuses every other (SRS_TLSIO_30_200). */
export const adapter = broken('not_reopened_after_failed_open', direct, (sound, { log }) => {
  const spoiled = new Set<CONCRETE_IO_HANDLE | null>();
  return {
    tlsio_open_async: (handle, on_io_open_complete, ...others) => {
      if (spoiled.has(handle)) {
        log('AZ_LOG_ERROR', 'tlsio_open_async: an open has failed before');
        return 1;
      }
      const opened: typeof on_io_open_complete =
        on_io_open_complete &&
        ((context, result) => {
          if (result === 'IO_OPEN_ERROR') spoiled.add(handle);
          on_io_open_complete(context, result);
        });
      return sound.tlsio_open_async(handle, opened, ...others);
    },
  };
});

/** A failed handshake has to leave an adapter that can be opened again (SRS_TLSIO_30_082). */
export const violates: readonly string[] = ['SRS_TLSIO_30_082', 'SRS_TLSIO_30_200'];
