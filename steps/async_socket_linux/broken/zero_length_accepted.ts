import { broken } from './broken.js';

/** An empty buffer is left out in place of being refused. */
export const adapter = broken('zero_length_accepted', {
  api: (sound) => ({
    async_socket_receive_async: (handle, buffers, count, ...others) => {
      const filled = buffers?.slice(0, count).filter(({ length }) => length > 0) ?? null;
      return sound.async_socket_receive_async(handle, filled, filled?.length ?? count, ...others);
    },
  }),
});

export const violates: readonly string[] = ['SRS_ASYNC_SOCKET_LINUX_11_068'];
