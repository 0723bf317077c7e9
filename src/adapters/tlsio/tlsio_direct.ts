import type { AdapterModule } from '../../subject/adapter.js';
import { version } from '../version.js';
import { create_tlsio_direct } from './tlsio.js';

/** TLS over a TCP connection of its own, as it is taken under test. */
export const adapter: AdapterModule = {
  specification: 'tlsio',
  name: 'tlsio_direct',
  version,
  capabilities: { design: 'direct', asynchronousClose: false, options: true },
  create: (dependencies) => ({ ...create_tlsio_direct(dependencies) }),
};
