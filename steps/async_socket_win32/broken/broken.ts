import type { AdapterApi, AdapterModule } from '../../../src/subject/adapter.js';
import {
  create_async_socket_win32,
  type AsyncSocketWin32Api,
  type Dependencies,
} from '../../../src/adapters/index.js';
import type { Win32Socket } from '../../../src/adapters/async_socket_win32/win32_socket/win32_socket.js';

/** Functions that replace a sound adapter's own. */
export type Defect = (sound: AsyncSocketWin32Api) => Partial<AsyncSocketWin32Api>;

/** What an adapter makes of its surroundings. */
export type Misuse = (
  dependencies: Dependencies & { readonly win32_socket: Win32Socket },
) => Partial<Dependencies>;

function adapter(name: string, create: (dependencies: Dependencies) => AdapterApi): AdapterModule {
  return {
    specification: 'async_socket_win32',
    name,
    version: '1.0.0',
    capabilities: { diagnostics: true },
    create,
  };
}

/** The bundled adapter with a defect in its own functions. */
export function broken(name: string, defect: Defect): AdapterModule {
  return adapter(name, (dependencies) => {
    const sound = create_async_socket_win32(dependencies);
    return { ...sound, ...defect(sound) };
  });
}

/** The bundled adapter with a defect in how it calls what is below. */
export function brokenBelow(name: string, misuse: Misuse): AdapterModule {
  return adapter(name, (dependencies) => {
    const { win32_socket } = dependencies;
    // When the module is only looked at, nothing is below.
    if (win32_socket === undefined) return { ...create_async_socket_win32(dependencies) };
    const below = misuse({ ...dependencies, win32_socket });
    return { ...create_async_socket_win32({ ...dependencies, ...below }) };
  });
}
