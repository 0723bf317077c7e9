import type { ASYNC_SOCKET_BUFFER } from '../../src/adapters/async_socket/async_socket.js';

/** Buffers that hold these texts, or are so many bytes long. */
export function buffersOf(...contents: readonly (string | number)[]): readonly ASYNC_SOCKET_BUFFER[] {
  return contents.map((content) => {
    const buffer = typeof content === 'number' ? Buffer.alloc(content) : Buffer.from(content);
    return { buffer, length: buffer.length };
  });
}

/** The bytes of buffers, one after the other. */
export function bytesOf(buffers: readonly ASYNC_SOCKET_BUFFER[]): Buffer {
  return Buffer.concat(buffers.map(({ buffer, length }) => (buffer ?? new Uint8Array()).subarray(0, length)));
}
