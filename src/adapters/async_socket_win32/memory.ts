import { SIZEOF } from './win32_socket/win32_socket.js';

/** Bytes of an async socket: its state, its socket, pool and IO object, and the environment. */
export const ASYNC_SOCKET_SIZE = 64 + SIZEOF.TP_CALLBACK_ENVIRON;
/** Bytes of the context of an IO before its WSABUF items: the OVERLAPPED, and what completes it. */
export const IO_CONTEXT_SIZE = SIZEOF.OVERLAPPED + 32;

/**
 * Bytes that the context of an IO needs with its WSABUF items (SRS_ASYNC_SOCKET_WIN32_01_050, 01_078). It can exceed
 * UINT32_MAX, which the caller has to look at.
 */
export function ioContextSize(buffer_count: number): number {
  return IO_CONTEXT_SIZE + buffer_count * SIZEOF.WSABUF;
}
