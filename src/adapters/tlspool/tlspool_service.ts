import type { AdapterModule } from '../../subject/adapter.js';
import { version } from '../version.js';
import { create_tlspool_service } from './service/service.js';

/** A TLS Pool, as it is taken under test. */
export const adapter: AdapterModule = {
  specification: 'tlspool',
  name: 'tlspool_service',
  version,
  capabilities: { side: 'pool' },
  create: (dependencies) => ({ ...create_tlspool_service(dependencies) }),
};
