import { AT, CMD, spoiltPool } from './broken.js';

/** The pool claims to be able to do everything. */
export const adapter = spoiltPool('facilities_not_cleared', (message, cmd) => {
  if (cmd === CMD.PING) message.writeUInt32LE(0xffffffff, AT.facilities);
});

export const violates: readonly string[] = ['SRS_TLSPOOL_01_022', 'SRS_TLSPOOL_01_023', 'SRS_TLSPOOL_01_307'];
