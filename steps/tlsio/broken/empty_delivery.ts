import type { CONCRETE_IO_HANDLE } from '../../../src/adapters/index.js';
import { broken, direct } from './broken.js';

/**
 * A callback too many: in TLSIO_STATE_EXT_OPEN each `tlsio_dowork` delivers 0 bytes (SRS_TLSIO_30_102), a buffer that
 * contains no data (SRS_TLSIO_30_100).
 */
export const adapter = broken('empty_delivery', direct, (sound) => {
  const deliveries = new Map<CONCRETE_IO_HANDLE | null, () => void>();
  return {
    tlsio_open_async: (handle, opened, openedContext, received, receivedContext, on_io_error, context) =>
      sound.tlsio_open_async(
        handle,
        opened &&
          ((given, result) => {
            opened(given, result);
            if (result !== 'IO_OPEN_OK') return;
            deliveries.set(handle, () => received?.(receivedContext, new Uint8Array(), 0));
          }),
        openedContext,
        received,
        receivedContext,
        on_io_error &&
          ((given) => {
            deliveries.delete(handle);
            on_io_error(given);
          }),
        context,
      ),
    tlsio_close_async: (handle, ...others) => {
      deliveries.delete(handle);
      return sound.tlsio_close_async(handle, ...others);
    },
    tlsio_dowork: (handle) => {
      const deliver = deliveries.get(handle);
      sound.tlsio_dowork(handle);
      if (deliveries.has(handle)) deliver?.();
    },
  };
});

/** It delivers even when a callback of the same `tlsio_dowork` has destroyed the instance (SRS_TLSIO_30_021). */
export const violates: readonly string[] = ['SRS_TLSIO_30_021', 'SRS_TLSIO_30_100', 'SRS_TLSIO_30_102'];

/** The deliveries of nothing keep what waits for the end of a round, or for a close, from being brought about. */
export const hides: readonly string[] = ['SRS_TLSIO_30_006', 'SRS_TLSIO_30_052'];
