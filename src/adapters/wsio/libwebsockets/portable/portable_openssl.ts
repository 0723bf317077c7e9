import { X509Certificate } from 'node:crypto';
import type { OpensslFunctions } from '../openssl.js';

/** The certificates that a TLS context trusts beside those that Node.js comes with. */
export class CertificateStore {
  readonly certificates: string[] = [];
}

/** `SSL_CTX`: what one TLS connection is made with. */
export class TlsContext {
  readonly store = new CertificateStore();
}

/** A BIO in memory: what was put and is not yet read. */
class MemoryBio {
  text = '';
}

class Certificate {
  constructor(readonly pem: string) {}
}

const MEMORY = Object.freeze({});
const PEM_CERTIFICATE = /-----BEGIN CERTIFICATE-----[^]*?-----END CERTIFICATE-----/;

/** The next certificate of a text; null when there is none, or when it is broken. */
function nextCertificate(bio: MemoryBio): Certificate | null {
  const found = PEM_CERTIFICATE.exec(bio.text);
  if (found === null) return null;
  bio.text = bio.text.slice(found.index + found[0].length);
  try {
    return new Certificate(new X509Certificate(found[0]).toString());
  } catch {
    return null;
  }
}

/** OpenSSL's certificate functions, for the TLS of Node.js. */
export const portableOpenssl: OpensslFunctions = {
  SSL_CTX_get_cert_store: (context) => (context instanceof TlsContext ? context.store : null),
  BIO_s_mem: () => MEMORY,
  BIO_new: (type) => (type === MEMORY ? new MemoryBio() : null),
  BIO_puts: (bio, text) => {
    if (!(bio instanceof MemoryBio)) return -1;
    bio.text += text;
    return text.length;
  },
  BIO_free: (bio) => {
    if (!(bio instanceof MemoryBio)) return 0;
    bio.text = '';
    return 1;
  },
  PEM_read_bio_X509: (bio) => (bio instanceof MemoryBio ? nextCertificate(bio) : null),
  X509_STORE_add_cert: (store, certificate) => {
    if (!(store instanceof CertificateStore) || !(certificate instanceof Certificate)) return 0;
    store.certificates.push(certificate.pem);
    return 1;
  },
  X509_free: () => {
    // The collector does it.
  },
};
