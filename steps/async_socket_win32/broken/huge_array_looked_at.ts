import { broken } from './broken.js';

/** SRS_ASYNC_SOCKET_WIN32_01_103: the first buffer is looked at before the size of the context. */
export const adapter = broken('huge_array_looked_at', (sound) => ({
  async_socket_send_async: (handle, buffers, count, on_send_complete, context) => {
    const isEmpty = buffers?.[0] === undefined;
    return sound.async_socket_send_async(handle, isEmpty ? null : buffers, count, on_send_complete, context);
  },
}));

export const violates: readonly string[] = ['SRS_ASYNC_SOCKET_WIN32_01_103'];
