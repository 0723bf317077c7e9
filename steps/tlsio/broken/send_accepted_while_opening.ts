import type { CONCRETE_IO_HANDLE } from '../../../src/adapters/index.js';
import { broken, direct } from './broken.js';

/** A wrong state admitted: `tlsio_send_async` returns 0 in TLSIO_STATE_EXT_OPENING (SRS_TLSIO_30_065). */
export const adapter = broken('send_accepted_while_opening', direct, (sound) => {
  const opening = new Set<CONCRETE_IO_HANDLE | null>();
  return {
    tlsio_open_async: (handle, on_io_open_complete, ...others) => {
      const opened: typeof on_io_open_complete =
        on_io_open_complete &&
        ((context, result) => {
          opening.delete(handle);
          on_io_open_complete(context, result);
        });
      const result = sound.tlsio_open_async(handle, opened, ...others);
      if (result === 0) opening.add(handle);
      return result;
    },
    tlsio_send_async: (handle, buffer, size, ...others) => {
      const sendable = buffer !== null && size > 0 && others[0] !== null;
      return opening.has(handle) && sendable ? 0 : sound.tlsio_send_async(handle, buffer, size, ...others);
    },
  };
});

export const violates: readonly string[] = ['SRS_TLSIO_30_065'];
