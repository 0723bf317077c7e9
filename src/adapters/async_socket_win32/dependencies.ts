import { create_win32_model } from './win32_socket/model/win32_model.js';
import { create_win32_native } from './win32_socket/native/win32_native.js';
import type { Win32Socket } from './win32_socket/win32_socket.js';
import { defaultDependencies } from '../xio/default_dependencies.js';
import type { Dependencies } from '../xio/dependencies.js';

/** What an async socket for Windows takes from its surroundings. */
export type AsyncSocketWin32Dependencies = Pick<Dependencies, 'log' | 'allocate' | 'release'> & {
  /** The thread pool and the sockets below. Default: the Win32 API on Windows, and elsewhere the model of it. */
  readonly win32_socket: Win32Socket;
};

/**
 * The sockets and execution engines of this process, as what is given nothing else stands on them: those of Windows, and
 * elsewhere connections of Node.js, which `socket` gives a number.
 */
export const win32 = {
  ...lazily(create_win32_model, 'model'),
  ...lazily(create_win32_native, 'native'),
};

function lazily<Name extends string, Made>(make: () => Made, name: Name): Readonly<Record<Name, () => Made>> {
  let made: Made | null = null;
  return { [name]: () => (made ??= make()) } as Readonly<Record<Name, () => Made>>;
}

/** What is not given, from this system: its calls as soon as they are needed. */
export function withDefaults(given: Partial<AsyncSocketWin32Dependencies>): AsyncSocketWin32Dependencies {
  const { log, allocate, release, win32_socket } = { ...defaultDependencies, ...given };
  // Memory that a host grants goes back to that host, or nowhere.
  const back = given.allocate === undefined ? release : given.release;
  return {
    log,
    allocate,
    ...(back === undefined ? {} : { release: back }),
    get win32_socket() {
      return win32_socket ?? (process.platform === 'win32' ? win32.native() : win32.model()).calls;
    },
  };
}
