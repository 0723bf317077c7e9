import { broken } from './broken.js';
import { EPOLL_CTL } from '../../../src/adapters/async_socket_linux/linux_socket/linux_socket.js';

/** A socket that epoll gets to know with its first send or receive. */
export const adapter = broken('registered_late', {
  below: (calls) => ({
    epoll_ctl: () => 0,
    completion_port_add: (port, _operation, events, socket, callback, context) => {
      calls.epoll_ctl(port, EPOLL_CTL.EPOLL_CTL_ADD, socket, 0);
      return calls.completion_port_add(port, EPOLL_CTL.EPOLL_CTL_MOD, events, socket, callback, context);
    },
  }),
});

export const violates: readonly string[] = ['SRS_ASYNC_SOCKET_LINUX_11_031', 'SRS_ASYNC_SOCKET_LINUX_11_034'];

/** A state that passes inside that call is met by no other call. */
export const hides: readonly string[] = [
  'SRS_ASYNC_SOCKET_LINUX_11_020',
  'SRS_ASYNC_SOCKET_LINUX_11_029',
  'SRS_ASYNC_SOCKET_LINUX_11_042',
  'SRS_ASYNC_SOCKET_LINUX_11_051',
  'SRS_ASYNC_SOCKET_LINUX_11_072',
];
