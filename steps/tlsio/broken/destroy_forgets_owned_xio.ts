import type { TLSIO_CONFIG } from '../../../src/adapters/index.js';
import { broken, chained } from './broken.js';

/** A resource left behind: the owned xio is closed and never destroyed (SRS_TLSIO_30_021 and every cell of tlsio_destroy). */
export const adapter = broken('destroy_forgets_owned_xio', chained, (sound) => ({
  tlsio_create: (parameters) => {
    const config = parameters as TLSIO_CONFIG | null;
    const io = config?.underlying_io_interface;
    if (config === null || io == null) return sound.tlsio_create(parameters);
    const forgetful = { ...io, concrete_io_destroy: (): void => undefined };
    return sound.tlsio_create({ ...config, underlying_io_interface: forgetful });
  },
}));

export const violates: readonly string[] = [
  'SRS_TLSIO_30_021',
  'TLSIO_STATE_EXT_CLOSED/tlsio_destroy',
  'TLSIO_STATE_EXT_OPENING/tlsio_destroy',
  'TLSIO_STATE_EXT_OPEN/tlsio_destroy',
  'TLSIO_STATE_EXT_CLOSING/tlsio_destroy',
  'TLSIO_STATE_EXT_ERROR/tlsio_destroy',
];
