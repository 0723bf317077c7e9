import { broken } from './broken.js';

/** A send that succeeds and is told twice, at once or after a wait. */
export const adapter = broken('send_complete_doubled', {
  api: (sound) => ({
    async_socket_send_async: (handle, buffers, count, on_send_complete, context) =>
      sound.async_socket_send_async(
        handle,
        buffers,
        count,
        on_send_complete === null
          ? null
          : (given, result) => {
              on_send_complete(given, result);
              if (result === 'ASYNC_SOCKET_SEND_OK') on_send_complete(given, result);
            },
        context,
      ),
  }),
});

/** The second call comes even if the first one destroyed the async socket (SRS_ASYNC_SOCKET_LINUX_11_023). */
export const violates: readonly string[] = [
  'SRS_ASYNC_SOCKET_LINUX_11_023',
  'SRS_ASYNC_SOCKET_LINUX_11_061',
  'SRS_ASYNC_SOCKET_LINUX_11_094',
  'SRS_ASYNC_SOCKET_LINUX_11_101',
];
