import { broken } from './broken.js';

/** SRS_ASYNC_SOCKET_WIN32_01_015: a second open is taken for a success. */
export const adapter = broken('open_twice_accepted', (sound) => {
  const open = new Set<object | null>();
  return {
    async_socket_open_async: (handle, on_open_complete, context) => {
      if (open.has(handle) && on_open_complete) return 0;
      const result = sound.async_socket_open_async(handle, on_open_complete, context);
      if (result === 0) open.add(handle);
      return result;
    },
    async_socket_close: (handle) => {
      open.delete(handle);
      sound.async_socket_close(handle);
    },
  };
});

export const violates: readonly string[] = ['SRS_ASYNC_SOCKET_WIN32_01_015'];
