import { broken } from './broken.js';

/** SRS_ASYNC_SOCKET_WIN32_01_096: a receive into more than UINT32_MAX bytes is accepted. */
export const adapter = broken('sum_not_looked_at', (sound) => ({
  async_socket_receive_async: (handle, buffers, count, on_receive_complete, context) =>
    sound.async_socket_receive_async(
      handle,
      count === 2 && buffers?.[0]?.length === 0xffff_ffff
        ? buffers.map(({ buffer }) => ({ buffer, length: buffer?.length ?? 0 }))
        : buffers,
      count,
      on_receive_complete,
      context,
    ),
}));

export const violates: readonly string[] = ['SRS_ASYNC_SOCKET_WIN32_01_096'];
