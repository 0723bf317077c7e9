import { defineAdapter } from 'iospec/adapter';
import { create_tlsio_chained } from 'iospec/adapters';

export default defineAdapter({
  specification: 'tlsio',
  name: 'my_tlsio',
  version: '1.0.0',
  capabilities: { design: 'chained', asynchronousClose: true, options: true },
  create: (dependencies) => create_tlsio_chained(dependencies).tlsio_get_interface_description(),
});
