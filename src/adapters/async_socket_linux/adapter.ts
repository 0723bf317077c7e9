import type { AdapterModule } from '../../subject/adapter.js';
import { version } from '../version.js';
import { create_async_socket_linux } from './async_socket_linux.js';

/** Sockets over epoll, as it is taken under test. */
export const adapter: AdapterModule = {
  specification: 'async_socket_linux',
  name: 'async_socket_linux',
  version,
  capabilities: { diagnostics: true },
  create: (dependencies) => ({ ...create_async_socket_linux(dependencies) }),
};
