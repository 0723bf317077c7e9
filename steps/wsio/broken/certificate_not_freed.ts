import { brokenBelow } from './broken.js';

/** A certificate that the store does not take is forgotten (SRS_WSIO_01_133). */
export const adapter = brokenBelow('certificate_not_freed', (sound) => {
  let refused: object | null = null;
  return {
    X509_STORE_add_cert: (store, certificate) => {
      const result = sound.X509_STORE_add_cert(store, certificate);
      refused = result === 1 ? null : certificate;
      return result;
    },
    X509_free: (certificate) => {
      if (certificate !== refused) sound.X509_free(certificate);
    },
  };
});

export const violates: readonly string[] = ['SRS_WSIO_01_133'];
