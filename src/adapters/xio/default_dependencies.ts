import { connect } from 'node:net';
import type { Connector, Dependencies, LOG_CATEGORY } from './dependencies.js';
import { MemoryPool } from './memory_pool.js';

function logErrors(category: LOG_CATEGORY, message: string): void {
  if (category === 'AZ_LOG_ERROR') process.stderr.write(`${message}\n`);
}

const memory = new MemoryPool();

const connectTcp: Connector = ({ host, port }) => {
  try {
    // Half-open: the end of the peer's side is only noted; nothing is sent until the adapter is called.
    return connect({ host, port, allowHalfOpen: true, noDelay: true });
  } catch {
    return null;
  }
};

/** What an adapter uses when its host replaces nothing. */
export const defaultDependencies: Dependencies = {
  log: logErrors,
  allocate: (size) => memory.allocate(size),
  release: (block) => {
    memory.release(block);
  },
  connect: connectTcp,
  now: () => performance.now(),
};
