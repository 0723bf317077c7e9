import { create_tlsio_direct } from '../../../src/adapters/index.js';
import { broken, direct } from './broken.js';

/** An error not logged: an open is refused in silence when the adapter is not closed (SRS_TLSIO_30_037). */
export const adapter = broken('refused_open_not_logged', direct, (_sound, dependencies) =>
  create_tlsio_direct({
    ...dependencies,
    log: (category, message) => {
      if (!message.startsWith('tlsio_open_async: not allowed')) dependencies.log(category, message);
    },
  }),
);

export const violates: readonly string[] = [
  'SRS_TLSIO_30_037',
  'TLSIO_STATE_EXT_OPENING/tlsio_open_async',
  'TLSIO_STATE_EXT_OPEN/tlsio_open_async',
  'TLSIO_STATE_EXT_ERROR/tlsio_open_async',
];
