import { ASYNC_SOCKET_SIZE } from '../../../src/adapters/async_socket_win32/memory.js';
import { brokenBelow } from './broken.js';

/** SRS_ASYNC_SOCKET_WIN32_01_072: the memory of a context stays, also after a destroy (01_005). */
export const adapter = brokenBelow('context_kept', ({ release }) => ({
  release: (memory) => {
    if (memory.length === ASYNC_SOCKET_SIZE) release?.(memory);
  },
}));

export const violates: readonly string[] = ['SRS_ASYNC_SOCKET_WIN32_01_005', 'SRS_ASYNC_SOCKET_WIN32_01_072'];
