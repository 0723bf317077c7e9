import { AT, CMD, spoiltClient } from './broken.js';

/** A flag that nobody knows goes out. */
export const adapter = spoiltClient('unknown_flag_sent', (message, cmd) => {
  if (cmd === CMD.STARTTLS)
    message.writeUInt32LE((message.readUInt32LE(AT.flags) | 0x80000000) >>> 0, AT.flags);
});

export const violates: readonly string[] = [
  'SRS_TLSPOOL_01_033',
  'SRS_TLSPOOL_01_034',
  'SRS_TLSPOOL_01_035',
  'SRS_TLSPOOL_01_308',
];
