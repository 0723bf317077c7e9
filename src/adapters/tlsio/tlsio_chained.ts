import type { AdapterModule } from '../../subject/adapter.js';
import { version } from '../version.js';
import { create_tlsio_chained } from './tlsio.js';

/** TLS over an xio of its own, as it is taken under test. */
export const adapter: AdapterModule = {
  specification: 'tlsio',
  name: 'tlsio_chained',
  version,
  capabilities: { design: 'chained', asynchronousClose: true, options: true },
  create: (dependencies) => ({ ...create_tlsio_chained(dependencies) }),
};
