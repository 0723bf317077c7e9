import { X509Certificate } from 'node:crypto';
import type { OpensslFunctions } from '../../../../src/adapters/wsio/libwebsockets/openssl.js';

/** `X509_STORE`: the certificates that were put into it, each as the SHA-256 of its DER. */
class MemoryStore {
  readonly fingerprints = new Set<string>();
}

/** `SSL_CTX`: what a connection is made with. */
export class MemoryTlsContext {
  readonly store = new MemoryStore();
}

/** `BIO` in memory: what was put and is not yet read; null once it was freed. */
class MemoryBio {
  text: string | null = '';
}

const END = '-----END CERTIFICATE-----';

/** Takes the next certificate out of a text; null when there is none, or when it is broken. */
function read(bio: MemoryBio): X509Certificate | null {
  const text = bio.text ?? '';
  const begin = text.indexOf('-----BEGIN CERTIFICATE-----');
  const end = text.indexOf(END, begin);
  if (begin === -1 || end === -1) return null;
  bio.text = text.slice(end + END.length);
  try {
    return new X509Certificate(text.slice(begin, end + END.length));
  } catch {
    return null;
  }
}

/** The only `BIO_METHOD` there is. */
const IN_MEMORY = Object.freeze({});

/** OpenSSL's certificate functions as a mock has them: nothing is encrypted, only what is trusted is kept. */
export const memoryOpenssl: OpensslFunctions = {
  SSL_CTX_get_cert_store: (context) => (context instanceof MemoryTlsContext ? context.store : null),
  BIO_s_mem: () => IN_MEMORY,
  BIO_new: (method) => (method === IN_MEMORY ? new MemoryBio() : null),
  BIO_puts: (bio, text) => {
    if (!(bio instanceof MemoryBio) || bio.text === null) return -1;
    bio.text += text;
    return text.length;
  },
  BIO_free: (bio) => {
    if (!(bio instanceof MemoryBio) || bio.text === null) return 0;
    bio.text = null;
    return 1;
  },
  PEM_read_bio_X509: (bio) => (bio instanceof MemoryBio ? read(bio) : null),
  X509_STORE_add_cert: (store, certificate) => {
    if (!(store instanceof MemoryStore) || !(certificate instanceof X509Certificate)) return 0;
    store.fingerprints.add(certificate.fingerprint256);
    return 1;
  },
  X509_free: () => undefined,
};

/** True where a store holds a certificate. */
export function trusts({ store }: MemoryTlsContext, pem: string): boolean {
  return store.fingerprints.has(new X509Certificate(pem).fingerprint256);
}
