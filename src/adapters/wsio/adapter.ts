import type { AdapterModule } from '../../subject/adapter.js';
import { version } from '../version.js';
import { create_wsio } from './wsio.js';

/** A WebSocket client, as it is taken under test. */
export const adapter: AdapterModule = {
  specification: 'wsio',
  name: 'wsio',
  version,
  capabilities: {},
  create: (dependencies) => ({ ...create_wsio(dependencies) }),
};
