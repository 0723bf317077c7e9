import type { CONCRETE_IO_HANDLE } from '../../../src/adapters/index.js';
import { broken } from './broken.js';

/** A close after a close succeeds, as that of a tlsio does (SRS_WSIO_01_046). */
export const adapter = broken('second_close_accepted', (sound) => {
  const closed = new WeakSet<CONCRETE_IO_HANDLE>();
  return {
    wsio_close: (handle, on_io_close_complete, context) => {
      const result = sound.wsio_close(handle, on_io_close_complete, context);
      if (handle === null) return result;
      if (result !== 0) return closed.has(handle) ? 0 : result;
      closed.add(handle);
      return 0;
    },
  };
});

export const violates: readonly string[] = ['SRS_WSIO_01_046'];
