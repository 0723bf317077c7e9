import { brokenClient } from './broken.js';

/** A result changed: a cancel that went well says that it failed. */
export const adapter = brokenClient('cancel_tells_failure', (sound) => ({
  tlspool_async_cancel: (pool, request) => {
    sound.tlspool_async_cancel(pool, request);
    return 1;
  },
}));

export const violates: readonly string[] = ['SRS_TLSPOOL_01_130'];
