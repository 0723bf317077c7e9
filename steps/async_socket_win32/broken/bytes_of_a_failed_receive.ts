import { broken } from './broken.js';

/** SRS_ASYNC_SOCKET_WIN32_01_070 and the one it stands under: a receive that failed tells of bytes. */
export const adapter = broken('bytes_of_a_failed_receive', (sound) => ({
  async_socket_receive_async: (handle, buffers, count, on_receive_complete, context) =>
    sound.async_socket_receive_async(
      handle,
      buffers,
      count,
      on_receive_complete &&
        ((given, result, bytes) => {
          on_receive_complete(
            given,
            result,
            result === 'ASYNC_SOCKET_RECEIVE_OK' ? bytes : Math.max(bytes, 1),
          );
        }),
      context,
    ),
}));

export const violates: readonly string[] = ['SRS_ASYNC_SOCKET_WIN32_01_070', 'SRS_ASYNC_SOCKET_WIN32_01_071'];
