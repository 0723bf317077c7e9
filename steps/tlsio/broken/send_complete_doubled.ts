import { broken, direct } from './broken.js';

/** A callback doubled: a message that was sent is completed twice (SRS_TLSIO_30_091). */
export const adapter = broken('send_complete_doubled', direct, (sound) => ({
  tlsio_send_async: (handle, buffer, size, on_send_complete, context) =>
    sound.tlsio_send_async(
      handle,
      buffer,
      size,
      on_send_complete &&
        ((given, result) => {
          on_send_complete(given, result);
          if (result === 'IO_SEND_OK') on_send_complete(given, result);
        }),
      context,
    ),
}));

/** The second call comes even if the first one destroyed the instance (SRS_TLSIO_30_021). */
export const violates: readonly string[] = ['SRS_TLSIO_30_021', 'SRS_TLSIO_30_091'];
