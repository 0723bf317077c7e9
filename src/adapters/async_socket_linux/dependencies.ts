import type { LinuxSocket } from './linux_socket/linux_socket.js';
import { createNativeLinuxSocket } from './linux_socket/native/native_linux_socket.js';
import { defaultDependencies } from '../xio/default_dependencies.js';
import type { Dependencies } from '../xio/dependencies.js';

/** What an async socket takes from its surroundings. */
export type AsyncSocketLinuxDependencies = Pick<Dependencies, 'log' | 'allocate' | 'release'> & {
  /** The socket calls and the completion port below. Default: those of this system. */
  readonly linux_socket: LinuxSocket;
};

let native: LinuxSocket | null = null;

/** What is not given, from this system: its socket calls as soon as they are needed. */
export function withDefaults(given: Partial<AsyncSocketLinuxDependencies>): AsyncSocketLinuxDependencies {
  const { log, allocate, release, linux_socket } = { ...defaultDependencies, ...given };
  // Memory that a host grants goes back to that host, or nowhere.
  const back = given.allocate === undefined ? release : given.release;
  return {
    log,
    allocate,
    ...(back === undefined ? {} : { release: back }),
    get linux_socket() {
      return linux_socket ?? (native ??= createNativeLinuxSocket());
    },
  };
}
