import { AT, CMD, spoiltClient } from './broken.js';

/** What the request for TLS has no use for is not zero. */
export const adapter = spoiltClient('unused_bytes_dirty', (message, cmd) => {
  if (cmd === CMD.STARTTLS) message.writeUInt8(0xff, AT.last);
});

export const violates: readonly string[] = ['SRS_TLSPOOL_01_009'];
