import type { SystemDescription } from './description.js';

const STATES = ['CLOSED', 'OPENING', 'OPEN', 'CLOSING'];

/** async_socket_linux stands on epoll and the socket calls: scripted, or a real connection. */
export const asyncSocketLinux: SystemDescription = {
  name: 'async_socket_linux',
  noun: 'an async_socket_linux',
  kind: 'async_socket',
  underlyings: ['mock', 'loopback'],
  states: STATES,
  situations: [/^async_socket has already closed the underlying socket handle$/],
  alternatives: [
    {
      words: /^(any other error is encountered)$/,
      instead: '$1, <errno>',
      column: 'errno',
      values: ['ENOTSOCK', 'EDESTADDRREQ'],
    },
    {
      words: /^(errno is any other error)$/,
      instead: '$1, <errno>',
      column: 'errno',
      values: ['ENOTSOCK', 'ENOTCONN'],
    },
    {
      words: /^(errno is anything else)$/,
      instead: '$1, <errno>',
      column: 'errno',
      values: ['EPIPE', 'ENOTSOCK', 'ENOTCONN'],
    },
  ],
  sections: {},
  sequences: {},
};

/** async_socket_win32 stands on the thread pool and WSA calls of Windows. */
export const asyncSocketWin32: SystemDescription = {
  ...asyncSocketLinux,
  name: 'async_socket_win32',
  noun: 'an async_socket_win32',
  situations: [],
  alternatives: [],
};
