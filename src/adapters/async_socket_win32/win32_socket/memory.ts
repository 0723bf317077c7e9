import type { WSABUF } from './win32_socket.js';

/** Bytes that the buffers of an operation hold. */
export function lengthOf(buffers: readonly WSABUF[]): number {
  return buffers.reduce((sum, { len }) => sum + len, 0);
}

/** Puts bytes into an operation's buffers, one after the other. */
export function scatter(bytes: Uint8Array, buffers: readonly WSABUF[]): void {
  let at = 0;
  for (const { buf, len } of buffers) {
    const part = bytes.subarray(at, at + len);
    buf.set(part);
    at += part.length;
  }
}
