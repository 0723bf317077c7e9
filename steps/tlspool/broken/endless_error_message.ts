import { AT, CMD, spoiltPool } from './broken.js';

/** The text of an error fills its field, without an end. */
export const adapter = spoiltPool('endless_error_message', (message, cmd) => {
  if (cmd === CMD.ERROR) message.fill('x', AT.message, AT.message + 128);
});

export const violates: readonly string[] = ['SRS_TLSPOOL_01_083', 'SRS_TLSPOOL_01_305'];
