import { broken } from './broken.js';

/** An open that succeeds and is never told. */
export const adapter = broken('open_complete_dropped', {
  api: (sound) => ({
    async_socket_open_async: (handle, on_open_complete, context) =>
      sound.async_socket_open_async(handle, on_open_complete === null ? null : () => undefined, context),
  }),
});

export const violates: readonly string[] = ['SRS_ASYNC_SOCKET_LINUX_11_033'];

/** What is called from inside that callback is never called. */
export const hides: readonly string[] = ['SRS_ASYNC_SOCKET_LINUX_11_023'];
