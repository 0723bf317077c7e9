import { broken } from './broken.js';
import { ERRNO } from '../../../src/adapters/async_socket_linux/linux_socket/linux_socket.js';

/** A reset, told to a receive as an error. */
export const adapter = broken('reset_reported_as_error', {
  below: (calls) => {
    let isReceiving = false;
    return {
      recv: (...given) => {
        isReceiving = true;
        return calls.recv(...given);
      },
      send: (...given) => {
        isReceiving = false;
        return calls.send(...given);
      },
      errno: () => (isReceiving && calls.errno() === ERRNO.ECONNRESET ? ERRNO.EINVAL : calls.errno()),
    };
  },
});

export const violates: readonly string[] = [
  'SRS_ASYNC_SOCKET_LINUX_11_082',
  'SRS_ASYNC_SOCKET_LINUX_11_083',
  'SRS_ASYNC_SOCKET_LINUX_11_088',
  'SRS_ASYNC_SOCKET_LINUX_11_090',
];
