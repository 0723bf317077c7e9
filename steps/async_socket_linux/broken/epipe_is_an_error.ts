import { broken } from './broken.js';
import { ERRNO } from '../../../src/adapters/async_socket_linux/linux_socket/linux_socket.js';

/** A connection that is gone, told as an error like others. */
export const adapter = broken('epipe_is_an_error', {
  below: (calls) => ({
    errno: () => (calls.errno() === ERRNO.EPIPE ? ERRNO.EINVAL : calls.errno()),
  }),
});

export const violates: readonly string[] = ['SRS_ASYNC_SOCKET_LINUX_11_054', 'SRS_ASYNC_SOCKET_LINUX_11_059'];
