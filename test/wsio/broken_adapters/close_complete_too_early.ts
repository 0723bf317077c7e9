import { broken } from './broken.js';

/** The close callback comes before there is anything closed (SRS_WSIO_01_047). */
export const adapter = broken('close_complete_too_early', (sound) => {
  let isOpen = false;
  return {
    wsio_open: (...given) => {
      const result = sound.wsio_open(...given);
      isOpen ||= result === 0;
      return result;
    },
    wsio_close: (handle, on_io_close_complete, context) => {
      const isEarly = isOpen && handle !== null;
      isOpen = false;
      if (!isEarly) return sound.wsio_close(handle, on_io_close_complete, context);
      on_io_close_complete?.(context);
      return sound.wsio_close(handle, null, context);
    },
  };
});

/** Whoever closes while the open is in progress hears of the close first (SRS_WSIO_01_038). */
export const violates: readonly string[] = ['SRS_WSIO_01_038', 'SRS_WSIO_01_047'];
