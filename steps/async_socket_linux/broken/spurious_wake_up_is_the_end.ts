import { broken } from './broken.js';
import { ERRNO } from '../../../src/adapters/async_socket_linux/linux_socket/linux_socket.js';

/** A wake-up without data, taken for the end of the connection. */
export const adapter = broken('spurious_wake_up_is_the_end', {
  below: (calls) => {
    let isEmpty = false;
    return {
      recv: (...given) => {
        const count = calls.recv(...given);
        isEmpty = count < 0 && calls.errno() === ERRNO.EAGAIN;
        return isEmpty ? 0 : count;
      },
    };
  },
});

export const violates: readonly string[] = [
  'SRS_ASYNC_SOCKET_LINUX_11_082',
  'SRS_ASYNC_SOCKET_LINUX_11_083',
  'SRS_ASYNC_SOCKET_LINUX_11_088',
  'SRS_ASYNC_SOCKET_LINUX_11_089',
];
