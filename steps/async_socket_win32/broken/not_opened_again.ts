import { broken } from './broken.js';

/** SRS_ASYNC_SOCKET_WIN32_01_021: an async socket that was closed can't be opened again. */
export const adapter = broken('not_opened_again', (sound) => {
  const closed = new Set<object | null>();
  return {
    async_socket_close: (handle) => {
      closed.add(handle);
      sound.async_socket_close(handle);
    },
    async_socket_open_async: (handle, on_open_complete, context) =>
      closed.has(handle) ? 1 : sound.async_socket_open_async(handle, on_open_complete, context),
  };
});

export const violates: readonly string[] = ['SRS_ASYNC_SOCKET_WIN32_01_021'];
