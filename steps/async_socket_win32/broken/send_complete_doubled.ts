import { broken } from './broken.js';

/**
 * A send that went well completes twice (SRS_ASYNC_SOCKET_WIN32_01_066 and those it stands under), the second time even
 * if the first one destroyed the async socket (SRS_ASYNC_SOCKET_WIN32_01_005).
 */
export const adapter = broken('send_complete_doubled', (sound) => ({
  async_socket_send_async: (handle, buffers, count, on_send_complete, context) =>
    sound.async_socket_send_async(
      handle,
      buffers,
      count,
      on_send_complete &&
        ((given, result) => {
          on_send_complete(given, result);
          if (result === 'ASYNC_SOCKET_SEND_OK') on_send_complete(given, result);
        }),
      context,
    ),
}));

export const violates: readonly string[] = [
  'SRS_ASYNC_SOCKET_WIN32_01_005',
  'SRS_ASYNC_SOCKET_WIN32_01_064',
  'SRS_ASYNC_SOCKET_WIN32_01_065',
  'SRS_ASYNC_SOCKET_WIN32_01_066',
];
