import { defineAdapter } from 'iospec/adapter';
import { create_tlspool_client } from 'iospec/adapters';

export default defineAdapter({
  specification: 'tlspool',
  name: 'my_tlspool',
  version: '1.0.0',
  capabilities: { side: 'client' },
  create: (dependencies) => ({ ...create_tlspool_client(dependencies) }),
});
