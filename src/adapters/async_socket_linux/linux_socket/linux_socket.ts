/**
 * What an async socket stands on under Linux: the socket calls of libc, epoll, and the completion port that waits for
 * events. Named as the document has them; numbers are those of Linux.
 */
import { constants } from 'node:os';
import type { SOCKET_HANDLE } from '../../async_socket/async_socket.js';

/** Error numbers by their names (`EAGAIN`). */
export const { errno: ERRNO } = constants;

/** A `send` to a connection that is gone gives an error and no SIGPIPE. */
export const MSG_NOSIGNAL = 0x4000;
/** The call returns `EAGAIN` in place of waiting, whether or not the descriptor does. */
export const MSG_DONTWAIT = 0x40;

export const EPOLL_CTL = { EPOLL_CTL_ADD: 1, EPOLL_CTL_DEL: 2, EPOLL_CTL_MOD: 3 } as const;
export type EPOLL_CTL = (typeof EPOLL_CTL)[keyof typeof EPOLL_CTL];

export const EPOLL_EVENTS = {
  EPOLLIN: 0x1,
  EPOLLOUT: 0x4,
  EPOLLERR: 0x8,
  EPOLLHUP: 0x10,
  EPOLLRDHUP: 0x2000,
  /** One event, then none until the registration is modified. */
  EPOLLONESHOT: 0x4000_0000,
} as const;

/** What a completion port tells of a socket. */
export const COMPLETION_PORT_EPOLL_ACTION = {
  COMPLETION_PORT_EPOLL_EPOLLIN: 'COMPLETION_PORT_EPOLL_EPOLLIN',
  COMPLETION_PORT_EPOLL_EPOLLOUT: 'COMPLETION_PORT_EPOLL_EPOLLOUT',
  /** The peer has ended its side, or the connection is broken. */
  COMPLETION_PORT_EPOLL_EPOLLRDHUP: 'COMPLETION_PORT_EPOLL_EPOLLRDHUP',
  /** The socket was removed from the port. */
  COMPLETION_PORT_EPOLL_ABANDONED: 'COMPLETION_PORT_EPOLL_ABANDONED',
  COMPLETION_PORT_EPOLL_ERROR: 'COMPLETION_PORT_EPOLL_ERROR',
} as const;
export type COMPLETION_PORT_EPOLL_ACTION =
  (typeof COMPLETION_PORT_EPOLL_ACTION)[keyof typeof COMPLETION_PORT_EPOLL_ACTION];

/** A completion port; opaque. */
export type COMPLETION_PORT_HANDLE = object;

/** Told of one event for one context. */
export type ON_COMPLETION_PORT_EVENT_COMPLETE = (
  context: object | null,
  action: COMPLETION_PORT_EPOLL_ACTION,
) => void;

/** The calls below an async socket. Those of libc return -1 and set `errno` where they fail. */
export interface LinuxSocket {
  /**
   * Sends the first `length` bytes of a buffer.
   * @returns The number of bytes taken, which may be less.
   */
  readonly send: (socket: SOCKET_HANDLE, buffer: Uint8Array, length: number, flags: number) => number;
  /**
   * Receives up to `length` bytes into a buffer.
   * @returns Their number; 0 when the peer has ended its side.
   */
  readonly recv: (socket: SOCKET_HANDLE, buffer: Uint8Array, length: number, flags: number) => number;
  readonly close: (socket: SOCKET_HANDLE) => number;
  /** The error number of the call before, which failed. */
  readonly errno: () => number;
  /**
   * Changes what the port's epoll knows of a socket.
   * @param events Bits of {@link EPOLL_EVENTS}.
   */
  readonly epoll_ctl: (
    completion_port: COMPLETION_PORT_HANDLE,
    operation: EPOLL_CTL,
    socket: SOCKET_HANDLE,
    events: number,
  ) => number;
  /** The port of this process, with a reference for the caller; null when there is none to be had. */
  readonly platform_get_completion_port: () => COMPLETION_PORT_HANDLE | null;
  /** Gives a reference back; with the last one the port is gone. */
  readonly completion_port_dec_ref: (completion_port: COMPLETION_PORT_HANDLE) => void;
  /**
   * Has a context told of the next event: one, then it is forgotten. Contexts that wait for the same event of one socket
   * are told in their order; one that is added again from inside its callback keeps its place.
   * @param operation How the socket's registration is changed.
   * @param events `EPOLLIN` or `EPOLLOUT`; the end of the connection and errors are told in any case.
   * @returns 0, or non-zero when it could not be added.
   */
  readonly completion_port_add: (
    completion_port: COMPLETION_PORT_HANDLE,
    operation: EPOLL_CTL,
    events: number,
    socket: SOCKET_HANDLE,
    event_callback: ON_COMPLETION_PORT_EVENT_COMPLETE,
    event_callback_context: object,
  ) => number;
  /** Forgets a socket; every context that still waits is told `COMPLETION_PORT_EPOLL_ABANDONED` before it returns. */
  readonly completion_port_remove: (completion_port: COMPLETION_PORT_HANDLE, socket: SOCKET_HANDLE) => void;
}
