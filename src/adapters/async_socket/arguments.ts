import { UINT32_MAX, type ASYNC_SOCKET_BUFFER } from './async_socket.js';

/**
 * What is wrong with the buffers of a send or receive, in the order in which both documents ask; null: nothing.
 * A length beyond its memory, which no C function could notice, is wrong as well.
 */
export function defectOfBuffers(
  buffers: readonly ASYNC_SOCKET_BUFFER[] | null,
  buffer_count: number,
): string | null {
  if (!buffers) return 'buffers is NULL';
  if (buffer_count === 0) return 'buffer_count is 0';
  if (!Number.isInteger(buffer_count) || buffer_count < 0 || buffer_count > buffers.length)
    return `buffer_count ${buffer_count} is not the number of buffers`;
  let sum = 0;
  for (let index = 0; index < buffer_count; index += 1) {
    const { buffer = null, length = 0 } = buffers[index] ?? {};
    if (!buffer) return `the buffer of entry ${index} is NULL`;
    if (length === 0) return `the length of entry ${index} is 0`;
    sum += length;
  }
  if (!(sum <= UINT32_MAX)) return 'the buffers hold more than UINT32_MAX bytes';
  for (let index = 0; index < buffer_count; index += 1) {
    const { buffer, length = 0 } = buffers[index] ?? {};
    if (!Number.isInteger(length) || length < 0 || length > (buffer?.length ?? 0))
      return `the length of entry ${index} is not within its buffer`;
  }
  return null;
}
