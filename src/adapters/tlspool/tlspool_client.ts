import type { AdapterModule } from '../../subject/adapter.js';
import { version } from '../version.js';
import { create_tlspool_client } from './client.js';

/** The application's side of a TLS Pool, as it is taken under test. */
export const adapter: AdapterModule = {
  specification: 'tlspool',
  name: 'tlspool_client',
  version,
  capabilities: { side: 'client' },
  create: (dependencies) => ({ ...create_tlspool_client(dependencies) }),
};
