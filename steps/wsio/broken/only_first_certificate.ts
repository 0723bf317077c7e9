import { brokenBelow } from './broken.js';

/** Of several trusted certificates only the first one is read (SRS_WSIO_01_126). */
export const adapter = brokenBelow('only_first_certificate', (sound) => {
  const read = new WeakSet();
  return {
    PEM_read_bio_X509: (bio, ...others) => {
      if (read.has(bio)) return null;
      read.add(bio);
      return sound.PEM_read_bio_X509(bio, ...others);
    },
  };
});

export const violates: readonly string[] = [
  'SRS_WSIO_01_006',
  'SRS_WSIO_01_089',
  'SRS_WSIO_01_126',
  'SRS_WSIO_01_132',
];
