import { AT, CMD, spoiltClient } from './broken.js';

/** A refused callback does not say why. */
export const adapter = spoiltClient('refusal_without_reason', (message, cmd) => {
  if (cmd === CMD.ERROR) message.writeInt32LE(0, AT.tlserrno);
});

export const violates: readonly string[] = [
  'SRS_TLSPOOL_01_066',
  'SRS_TLSPOOL_01_067',
  'SRS_TLSPOOL_01_068',
  'SRS_TLSPOOL_01_084',
  'SRS_TLSPOOL_01_304',
  'SRS_TLSPOOL_01_340',
];
