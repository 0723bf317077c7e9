import { broken } from './broken.js';

/** A receive that is told with no context. */
export const adapter = broken('wrong_receive_context', {
  api: (sound) => ({
    async_socket_receive_async: (handle, buffers, count, on_receive_complete, context) =>
      sound.async_socket_receive_async(
        handle,
        buffers,
        count,
        on_receive_complete === null
          ? null
          : (_context, result, received) => {
              on_receive_complete(null, result, received);
            },
        context,
      ),
  }),
});

/** Each sentence about what a receive is told, and what introduces it. */
export const violates: readonly string[] = [
  'SRS_ASYNC_SOCKET_LINUX_11_080',
  'SRS_ASYNC_SOCKET_LINUX_11_081',
  'SRS_ASYNC_SOCKET_LINUX_11_082',
  'SRS_ASYNC_SOCKET_LINUX_11_083',
  'SRS_ASYNC_SOCKET_LINUX_11_085',
  'SRS_ASYNC_SOCKET_LINUX_11_086',
  'SRS_ASYNC_SOCKET_LINUX_11_088',
  'SRS_ASYNC_SOCKET_LINUX_11_089',
  'SRS_ASYNC_SOCKET_LINUX_11_090',
  'SRS_ASYNC_SOCKET_LINUX_11_091',
  'SRS_ASYNC_SOCKET_LINUX_11_092',
  'SRS_ASYNC_SOCKET_LINUX_11_095',
];
