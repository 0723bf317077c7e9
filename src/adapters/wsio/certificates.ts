import type { Libwebsockets } from './libwebsockets/libwebsockets.js';
import type { BIO, X509_STORE } from './libwebsockets/openssl.js';
import type { Instance } from './instance.js';

/** Adds every certificate that can be read; says what failed, or null. SRS_WSIO_01_126, 01_127, 01_132 and 01_133. */
function addCertificates(openssl: Libwebsockets, bio: BIO, store: X509_STORE): string | null {
  for (;;) {
    const certificate = openssl.PEM_read_bio_X509(bio, null, null, null);
    if (certificate === null) return null;
    const added = openssl.X509_STORE_add_cert(store, certificate);
    // The store has a reference of its own.
    openssl.X509_free(certificate);
    if (added !== 1) return 'X509_STORE_add_cert failed';
  }
}

/** Reads the texts by way of a BIO in memory, which is freed whatever happens. SRS_WSIO_01_123 to 01_128. */
function readInto(openssl: Libwebsockets, store: X509_STORE, certificates: string): string | null {
  const method = openssl.BIO_s_mem();
  if (method === null) return 'BIO_s_mem failed';
  const bio = openssl.BIO_new(method);
  if (bio === null) return 'BIO_new failed';
  let failed: string | null;
  if (openssl.BIO_puts(bio, certificates) <= 0) failed = 'BIO_puts failed';
  else failed = addCertificates(openssl, bio, store);
  const freed = openssl.BIO_free(bio) === 1;
  return failed ?? (freed ? null : 'BIO_free failed');
}

/**
 * Loads `trusted_ca` into the store of a TLS context; without one there is nothing to do.
 * Serves SRS_WSIO_01_089, 01_090, 01_100 and 01_131.
 * @param context The `SSL_CTX` that libwebsockets passes as `user`.
 * @returns What failed, or null.
 */
export function loadCertificates(
  { settings, surroundings }: Instance,
  context: object | null,
): string | null {
  if (settings.trusted_ca === null) return null;
  if (context === null) return 'no SSL_CTX came for the certificates';
  const store = surroundings.libwebsockets.SSL_CTX_get_cert_store(context);
  if (store === null) return 'SSL_CTX_get_cert_store failed';
  return readInto(surroundings.libwebsockets, store, String(settings.trusted_ca));
}
