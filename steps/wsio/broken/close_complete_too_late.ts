import type { CONCRETE_IO_HANDLE } from '../../../src/adapters/index.js';
import { broken } from './broken.js';

/** The close callback comes with the next wsio_dowork, when wsio_close has long returned (SRS_WSIO_01_047). */
export const adapter = broken('close_complete_too_late', (sound) => {
  const late = new Map<CONCRETE_IO_HANDLE, () => void>();
  return {
    wsio_close: (handle, on_io_close_complete, context) =>
      sound.wsio_close(
        handle,
        (given) => {
          if (handle !== null) late.set(handle, () => on_io_close_complete?.(given));
        },
        context,
      ),
    wsio_dowork: (handle) => {
      sound.wsio_dowork(handle);
      if (handle === null) return;
      const tell = late.get(handle);
      late.delete(handle);
      tell?.();
    },
  };
});

/** Whoever closes while the open is in progress hears of the close in the same call (SRS_WSIO_01_038). */
export const violates: readonly string[] = ['SRS_WSIO_01_038', 'SRS_WSIO_01_047'];
