import { createRequire } from 'node:module';
import type { AdapterModule } from '../../src/subject/adapter.js';

const { version } = createRequire(import.meta.url)('iospec/package.json') as { readonly version: string };

/**
 * The iospec command as the subject of its own document. Its scenarios start the command as a process; there are no C
 * functions to call. It consists of all of the code.
 */
export const adapter: AdapterModule = {
  specification: 'iospec',
  name: 'iospec',
  version,
  capabilities: {},
  sources: [new URL('../../src', import.meta.url).href],
  create: () => ({}),
};
