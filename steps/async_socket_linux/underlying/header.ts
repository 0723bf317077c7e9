/** The values of the headers of Linux that the document names and that a peer needs, as the judge has them. */
import { constants } from 'node:os';
import type { COMPLETION_PORT_EPOLL_ACTION as Action } from '../../../src/adapters/async_socket_linux/linux_socket/linux_socket.js';

/** `errno.h`: error numbers by their names. */
export const { errno: ERRNO } = constants;

// sys/epoll.h
export const EPOLL_CTL: ReadonlyMap<string, number> = new Map([
  ['EPOLL_CTL_ADD', 1],
  ['EPOLL_CTL_DEL', 2],
  ['EPOLL_CTL_MOD', 3],
]);
export const EPOLLIN = 0x1;
export const EPOLLOUT = 0x4;
export const EPOLLERR = 0x8;
export const EPOLLHUP = 0x10;
export const EPOLLRDHUP = 0x2000;
export const EPOLLONESHOT = 0x4000_0000;
export const EPOLL_EVENTS: ReadonlyMap<string, number> = new Map([
  ['EPOLLIN', EPOLLIN],
  ['EPOLLOUT', EPOLLOUT],
  ['EPOLLERR', EPOLLERR],
  ['EPOLLHUP', EPOLLHUP],
  ['EPOLLRDHUP', EPOLLRDHUP],
  ['EPOLLONESHOT', EPOLLONESHOT],
]);

// sys/socket.h
export const AF_UNIX = 1;
export const AF_INET = 2;
export const SOCK_STREAM = 1;
export const SOCK_DGRAM = 2;
/** Closed on exec, so that no child keeps a connection open. */
export const SOCK_CLOEXEC = 0o2000000;
export const SOL_SOCKET = 1;
export const SO_SNDBUF = 7;
export const SO_RCVBUF = 8;
export const SO_LINGER = 13;
export const SO_TIMESTAMPING = 37;
export const SHUT_WR = 1;
/** The call returns `EAGAIN` in place of waiting. */
export const MSG_DONTWAIT = 0x40;
/** A send to a connection that is gone gives an error and no SIGPIPE. */
export const MSG_NOSIGNAL = 0x4000;

/** What a completion port tells of a socket; an enumerator is its own name. */
export const ACTIONS: readonly Action[] = [
  'COMPLETION_PORT_EPOLL_EPOLLIN',
  'COMPLETION_PORT_EPOLL_EPOLLOUT',
  'COMPLETION_PORT_EPOLL_EPOLLRDHUP',
  'COMPLETION_PORT_EPOLL_ABANDONED',
  'COMPLETION_PORT_EPOLL_ERROR',
];
