import { rootCertificates } from 'node:tls';
import { broken, direct } from './broken.js';

/**
 * An option forgotten: after a close the default authorities are trusted again (SRS_TLSIO_30_124), so that no retry
 * reaches the peer (SRS_TLSIO_30_200, SRS_TLSIO_30_201).
 */
export const adapter = broken('option_forgotten_after_close', direct, (sound) => ({
  tlsio_close_async: (handle, ...others) => {
    const result = sound.tlsio_close_async(handle, ...others);
    if (result === 0) sound.tlsio_setoption(handle, 'TrustedCerts', rootCertificates.join('\n'));
    return result;
  },
}));

/**
 * The option that it sets again on every close goes to an instance that a callback may have destroyed (SRS_TLSIO_30_021).
 */
export const violates: readonly string[] = [
  'SRS_TLSIO_30_021',
  'SRS_TLSIO_30_124',
  'SRS_TLSIO_30_200',
  'SRS_TLSIO_30_201',
  'sequence/retry',
];
