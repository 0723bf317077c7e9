import { broken } from './broken.js';

/** A NULL array of buffers that counts as sent. */
export const adapter = broken('null_buffers_accepted', {
  api: (sound) => ({
    async_socket_send_async: (handle, buffers, ...others) =>
      buffers === null
        ? 'ASYNC_SOCKET_SEND_SYNC_OK'
        : sound.async_socket_send_async(handle, buffers, ...others),
  }),
});

export const violates: readonly string[] = ['SRS_ASYNC_SOCKET_LINUX_11_044'];
