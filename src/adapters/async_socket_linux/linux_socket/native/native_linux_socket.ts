import type { COMPLETION_PORT_HANDLE, LinuxSocket } from '../linux_socket.js';
import { CompletionPort } from './completion_port.js';
import { libc } from './libc.js';

/** The real calls of this system, and the completion port that they come with. */
export interface NativeLinuxSocket extends LinuxSocket {
  /** The port that stands now; null while nobody holds a reference. */
  readonly port: () => CompletionPort | null;
}

function portOf(handle: COMPLETION_PORT_HANDLE): CompletionPort {
  if (handle instanceof CompletionPort) return handle;
  throw new TypeError('this is no completion port');
}

/**
 * The real calls, with a completion port that is made with the first reference and gone with the last.
 * @param options.drivesItself False: nothing is told but by `port()?.poll()`.
 * @throws Error on a system that has no libc of this kind.
 */
export function createNativeLinuxSocket({ drivesItself = true } = {}): NativeLinuxSocket {
  const calls = libc();
  let port: CompletionPort | null = null;
  return {
    send: calls.send,
    recv: calls.recv,
    close: calls.close,
    errno: calls.errno,
    epoll_ctl: (completion_port, operation, socket, events) =>
      portOf(completion_port).control(operation, socket, events),
    platform_get_completion_port: () => {
      if (port !== null) return port.refer();
      port = CompletionPort.create({
        drivesItself,
        onGone: () => {
          port = null;
        },
      });
      return port;
    },
    completion_port_dec_ref: (completion_port) => {
      portOf(completion_port).release();
    },
    completion_port_add: (completion_port, operation, events, socket, callback, context) =>
      portOf(completion_port).add(operation, events, socket, callback, context),
    completion_port_remove: (completion_port, socket) => {
      portOf(completion_port).remove(socket);
    },
    port: () => port,
  };
}
