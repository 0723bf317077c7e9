import { broken } from './broken.js';
import { MSG_NOSIGNAL } from '../../../src/adapters/async_socket_linux/linux_socket/linux_socket.js';

/** A send that lets SIGPIPE come. */
export const adapter = broken('send_without_msg_nosignal', {
  below: (calls) => ({
    send: (socket, buffer, length, flags) => calls.send(socket, buffer, length, flags & ~MSG_NOSIGNAL),
  }),
});

export const violates: readonly string[] = ['SRS_ASYNC_SOCKET_LINUX_11_052'];
