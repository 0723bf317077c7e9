import type { SystemDescription } from './description.js';

const STATES = ['CLOSED', 'OPENING', 'OPEN', 'CLOSING'];

/** async_socket_linux stands on epoll and the socket calls: scripted, or a real pair of sockets. */
export const asyncSocketLinux: SystemDescription = {
  name: 'async_socket_linux',
  noun: 'an async_socket_linux',
  kind: 'async_socket',
  underlyings: ['mock', 'loopback'],
  states: STATES,
  situations: [/^async_socket has already closed the underlying socket handle$/],
  alternatives: [],
  sections: {},
  sequences: {},
};

/** async_socket_win32 stands on the thread pool and WSA calls of Windows. */
export const asyncSocketWin32: SystemDescription = {
  ...asyncSocketLinux,
  name: 'async_socket_win32',
  noun: 'an async_socket_win32',
};
