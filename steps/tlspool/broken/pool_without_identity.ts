import { AT, CMD, spoiltPool } from './broken.js';

/** The pool names itself as nobody. */
export const adapter = spoiltPool('pool_without_identity', (message, cmd) => {
  if (cmd === CMD.PING) message.fill(0, AT.producer, AT.producer + 136);
});

export const violates: readonly string[] = ['SRS_TLSPOOL_01_024', 'SRS_TLSPOOL_01_306'];
