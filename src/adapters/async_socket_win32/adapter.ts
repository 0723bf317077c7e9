import type { AdapterModule } from '../../subject/adapter.js';
import { version } from '../version.js';
import { create_async_socket_win32 } from './async_socket_win32.js';

/** Sockets over the Win32 thread pool, as it is taken under test. */
export const adapter: AdapterModule = {
  specification: 'async_socket_win32',
  name: 'async_socket_win32',
  version,
  capabilities: { diagnostics: true },
  create: (dependencies) => ({ ...create_async_socket_win32(dependencies) }),
};
