import { broken } from './broken.js';

/** SRS_ASYNC_SOCKET_WIN32_01_017: nobody is told that the async socket is open. */
export const adapter = broken('open_complete_dropped', (sound) => ({
  async_socket_open_async: (handle, on_open_complete, context) =>
    sound.async_socket_open_async(handle, on_open_complete && (() => undefined), context),
}));

export const violates: readonly string[] = ['SRS_ASYNC_SOCKET_WIN32_01_017'];

/** An open from inside it can't be tried. */
export const hides: readonly string[] = ['SRS_ASYNC_SOCKET_WIN32_01_015'];
