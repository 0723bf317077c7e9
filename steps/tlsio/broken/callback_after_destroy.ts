import type { CONCRETE_IO_HANDLE } from '../../../src/adapters/index.js';
import { broken, direct } from './broken.js';

/**
 * A callback after destroy has returned: the handle was not released (SRS_TLSIO_30_021), and in the cells of an instance
 * that was opened the adapter is not destroyed.
 */
export const adapter = broken('callback_after_destroy', direct, (sound) => {
  const open = new Map<CONCRETE_IO_HANDLE | null, () => void>();
  return {
    tlsio_open_async: (handle, opened, openedContext, received, receivedContext, on_io_error, context) => {
      const result = sound.tlsio_open_async(
        handle,
        opened,
        openedContext,
        received,
        receivedContext,
        on_io_error,
        context,
      );
      if (result === 0) open.set(handle, () => on_io_error?.(context));
      return result;
    },
    tlsio_destroy: (handle) => {
      sound.tlsio_destroy(handle);
      const late = open.get(handle);
      if (late !== undefined) setImmediate(late);
    },
  };
});

export const violates: readonly string[] = [
  'SRS_TLSIO_30_021',
  'TLSIO_STATE_EXT_OPENING/tlsio_destroy',
  'TLSIO_STATE_EXT_OPEN/tlsio_destroy',
  'TLSIO_STATE_EXT_ERROR/tlsio_destroy',
];
