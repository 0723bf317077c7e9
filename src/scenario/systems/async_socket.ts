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

/** async_socket_win32 stands on the thread pool and WSA calls of Windows: scripted, as a model, or Windows itself. */
export const asyncSocketWin32: SystemDescription = {
  ...asyncSocketLinux,
  name: 'async_socket_win32',
  noun: 'an async_socket_win32',
  situations: [],
  underlyings: ['mock', 'loopback', 'native'],
  // An open while closing fails as well, so that what an open does otherwise it does when closed.
  meantToo: { named: ['OPEN', 'OPENING'], too: ['CLOSING'] },
  infallible: ['InitializeThreadpoolEnvironment', 'SetThreadpoolCallbackPool', 'StartThreadpoolIo'],
  furtherErrors: {
    async_socket_send_async: ['CreateEvent fails'],
    async_socket_receive_async: ['CreateEvent fails', 'WSARecv fails'],
  },
  alternatives: [
    {
      words: /^(io_result is \w+, but the number of bytes send is different than the sum .+)$/,
      instead: '$1: <difference>',
      column: 'difference',
      values: ['one byte less', 'one byte more'],
    },
    {
      words: /^(io_result is \w+, but the number of bytes received is greater than the sum .+)$/,
      instead: '$1: <difference>',
      column: 'difference',
      values: ['one byte more', '4 GiB more'],
    },
  ],
};
