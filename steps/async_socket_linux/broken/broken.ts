import {
  create_async_socket_linux,
  type AsyncSocketLinuxApi,
  type Dependencies,
} from '../../../src/adapters/index.js';
import type { AdapterApi, AdapterModule } from '../../../src/subject/adapter.js';
import type { LinuxSocket } from '../../../src/adapters/async_socket_linux/linux_socket/linux_socket.js';

/** What is wrong with an adapter: functions that replace its own, or what it makes of the calls below. */
export interface Defect {
  readonly api?: (sound: AsyncSocketLinuxApi) => Partial<AsyncSocketLinuxApi>;
  readonly below?: (calls: LinuxSocket) => Partial<LinuxSocket>;
}

function withDefect(calls: LinuxSocket, defect: Defect): LinuxSocket {
  return { ...calls, ...defect.below?.(calls) };
}

/** The bundled adapter with one defect. */
export function broken(name: string, defect: Defect): AdapterModule {
  return {
    specification: 'async_socket_linux',
    name,
    version: '1.0.0',
    capabilities: { diagnostics: true },
    create: (dependencies: Dependencies): AdapterApi => {
      const { linux_socket } = dependencies;
      const sound = create_async_socket_linux({
        ...dependencies,
        ...(linux_socket === undefined ? {} : { linux_socket: withDefect(linux_socket, defect) }),
      });
      return { ...sound, ...defect.api?.(sound) };
    },
  };
}
