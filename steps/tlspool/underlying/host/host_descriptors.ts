import { rmSync } from 'node:fs';
import { Socket } from 'node:net';
import type { Descriptors } from '../../../../src/adapters/tlspool/descriptors.js';
import { F_DUPFD_CLOEXEC, linux } from './linux.js';
import { Readiness } from './readiness.js';
import { accept, connect, listen, pair } from './sockets.js';
import { receive, send } from './transfer.js';

const readiness = new Readiness();
/** Below this are the descriptors that every process has. */
const FIRST_OWN = 3;

/** The host's sockets and descriptors, for what the judge plays and for what it puts below an adapter. */
export const hostDescriptors: Descriptors = {
  connect,
  listen,
  accept,
  send,
  receive,
  pair,
  unlink: (path) => {
    rmSync(path, { force: true });
  },
  close: (descriptor) => {
    linux().close(descriptor);
  },
  stream: (descriptor) => new Socket({ fd: descriptor, readable: true, writable: true, allowHalfOpen: true }),
  watch: (descriptor, onReadable) => readiness.whenReadable(descriptor, onReadable),
  whenWritable: (descriptor, onWritable) => readiness.whenWritable(descriptor, onWritable),
};

/**
 * A descriptor of its own for a socket of Node.js, which is closed. Pause the socket before anything can come.
 * @throws Error when the socket has none.
 */
export function descriptorOf(socket: Socket): number {
  const handle: unknown = Reflect.get(socket, '_handle');
  const own: unknown = typeof handle === 'object' && handle !== null ? Reflect.get(handle, 'fd') : null;
  const taken = typeof own === 'number' ? linux().fcntl(own, F_DUPFD_CLOEXEC, FIRST_OWN) : -1;
  socket.destroy();
  if (taken < 0) throw new Error('the connection has no descriptor');
  return taken;
}
