import { ERRNO, MSG_DONTWAIT, MSG_NOSIGNAL, type LinuxSocket } from './linux_socket/linux_socket.js';
import type { ASYNC_SOCKET_BUFFER, SOCKET_HANDLE } from '../async_socket/async_socket.js';

/** How far a send has come. */
export interface Place {
  index: number;
  /** Bytes of the buffer at `index` that are sent. */
  offset: number;
}

/** What a transfer came to: everything, a wait for the socket, or an error number. */
export type Transfer = 'done' | 'wait' | number;

/** Flags that a send has: no SIGPIPE (SRS_ASYNC_SOCKET_LINUX_11_052), and no wait inside the call. */
const SEND_FLAGS = MSG_NOSIGNAL | MSG_DONTWAIT;

function outcome(errno: number): Transfer {
  return errno === ERRNO.EAGAIN || errno === ERRNO.EWOULDBLOCK ? 'wait' : errno;
}

/** Sends from `place` on until everything is sent or the socket takes no more; `place` moves along. */
export function sendFrom(
  calls: LinuxSocket,
  socket: SOCKET_HANDLE,
  buffers: readonly ASYNC_SOCKET_BUFFER[],
  buffer_count: number,
  place: Place,
): Transfer {
  while (place.index < buffer_count) {
    const { buffer = null, length = 0 } = buffers[place.index] ?? {};
    if (buffer === null) return ERRNO.EFAULT;
    const rest = place.offset === 0 ? buffer : buffer.subarray(place.offset, length);
    const sent = calls.send(socket, rest, length - place.offset, SEND_FLAGS);
    if (sent < 0) {
      const errno = calls.errno();
      if (errno !== ERRNO.EINTR) return outcome(errno);
    } else if (sent === 0) {
      return 'wait';
    } else {
      place.offset += sent;
      if (place.offset >= length) {
        place.index += 1;
        place.offset = 0;
      }
    }
  }
  return 'done';
}

/** What a receive came to: bytes, the end of the peer's side, a wait, or an error number. */
export type Received =
  | { readonly kind: 'bytes'; readonly count: number }
  | { readonly kind: 'end' }
  | { readonly kind: 'wait' }
  | { readonly kind: 'error'; readonly errno: number };

/** Fills the buffers in their order, the next one when the one before is full, until there is no more. */
export function receiveInto(
  calls: LinuxSocket,
  socket: SOCKET_HANDLE,
  buffers: readonly ASYNC_SOCKET_BUFFER[],
): Received {
  let count = 0;
  const soFar = (otherwise: Received): Received => (count > 0 ? { kind: 'bytes', count } : otherwise);
  for (let index = 0; index < buffers.length;) {
    const { buffer = null, length = 0 } = buffers[index] ?? {};
    if (buffer === null) return { kind: 'error', errno: ERRNO.EFAULT };
    const received = calls.recv(socket, buffer, length, MSG_DONTWAIT);
    if (received === 0) return soFar({ kind: 'end' });
    if (received < 0) {
      const errno = calls.errno();
      if (errno === ERRNO.EINTR) continue;
      if (outcome(errno) === 'wait') return soFar({ kind: 'wait' });
      // What came before a reset has come; any other error makes it worthless (SRS_ASYNC_SOCKET_LINUX_11_095).
      const failed: Received = { kind: 'error', errno };
      return errno === ERRNO.ECONNRESET ? soFar(failed) : failed;
    }
    count += received;
    if (received < length) break;
    index += 1;
  }
  return { kind: 'bytes', count };
}
