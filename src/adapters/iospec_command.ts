import type { AdapterModule } from './module.js';

/**
 * The iospec command as the subject of its own document. Its scenarios start the command as a process; there are no C
 * functions to call.
 */
export function iospecCommand(version: string): AdapterModule {
  return { specification: 'iospec', name: 'iospec', version, capabilities: {}, create: () => ({}) };
}
