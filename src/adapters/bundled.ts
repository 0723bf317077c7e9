import { createRequire } from 'node:module';
import { create_async_socket_linux } from './async_socket_linux/async_socket_linux.js';
import { create_async_socket_win32 } from './async_socket_win32/async_socket_win32.js';
import { iospecCommand } from './iospec_command.js';
import type { AdapterModule } from './module.js';
import { create_tlsio_chained, create_tlsio_direct } from './tlsio/tlsio.js';
import { create_wsio } from './wsio/wsio.js';

// By the package's own name, so that it is found from the sources and from the compiled code alike.
const { version } = createRequire(import.meta.url)('iospec/package.json') as { readonly version: string };

/** The adapters that come with iospec, as it takes them under test. */
export const bundledAdapters: readonly AdapterModule[] = [
  {
    specification: 'tlsio',
    name: 'tlsio_chained',
    version,
    capabilities: { design: 'chained', asynchronousClose: true, options: true },
    create: (dependencies) => ({ ...create_tlsio_chained(dependencies) }),
  },
  {
    specification: 'tlsio',
    name: 'tlsio_direct',
    version,
    capabilities: { design: 'direct', asynchronousClose: false, options: true },
    create: (dependencies) => ({ ...create_tlsio_direct(dependencies) }),
  },
  {
    specification: 'wsio',
    name: 'wsio',
    version,
    capabilities: {},
    create: (dependencies) => ({ ...create_wsio(dependencies) }),
  },
  {
    specification: 'async_socket_linux',
    name: 'async_socket_linux',
    version,
    capabilities: { diagnostics: true },
    create: (dependencies) => ({ ...create_async_socket_linux(dependencies) }),
  },
  {
    specification: 'async_socket_win32',
    name: 'async_socket_win32',
    version,
    capabilities: { diagnostics: true },
    create: (dependencies) => ({ ...create_async_socket_win32(dependencies) }),
  },
  iospecCommand(version),
];
