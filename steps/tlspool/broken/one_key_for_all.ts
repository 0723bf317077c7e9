import { AT, CMD, spoiltClient } from './broken.js';

/** Every exchange has the same control key. */
export const adapter = spoiltClient('one_key_for_all', (message, cmd) => {
  if (cmd === CMD.STARTTLS) message.fill(7, AT.ctlkey, AT.ctlkey + 16);
});

export const violates: readonly string[] = ['SRS_TLSPOOL_01_040', 'SRS_TLSPOOL_01_314'];
