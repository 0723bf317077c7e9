import { brokenBelow } from './broken.js';

/** The BIO of the certificates is never freed (SRS_WSIO_01_128). */
export const adapter = brokenBelow('bio_leaked', () => ({ BIO_free: () => 1 }));

export const violates: readonly string[] = ['SRS_WSIO_01_128', 'SRS_WSIO_01_129'];
