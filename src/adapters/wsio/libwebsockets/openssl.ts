/**
 * The functions of OpenSSL by which certificates come into the store of a TLS context. A C `NULL` is `null`.
 */

export type SSL_CTX = object;
export type X509_STORE = object;
export type X509 = object;
export type BIO = object;
export type BIO_METHOD = object;

/** The certificate functions of OpenSSL. */
export interface OpensslFunctions {
  /** The store that belongs to the context, which keeps it. */
  readonly SSL_CTX_get_cert_store: (ctx: SSL_CTX) => X509_STORE | null;
  /** The kind of a BIO that lives in memory. */
  readonly BIO_s_mem: () => BIO_METHOD | null;
  readonly BIO_new: (type: BIO_METHOD) => BIO | null;
  /** Writes a text; the bytes written, or a value that is not positive when it cannot. */
  readonly BIO_puts: (b: BIO, buf: string) => number;
  /** Releases a BIO; 1, or 0 when it cannot. */
  readonly BIO_free: (a: BIO) => number;
  /** Reads the next certificate, which the caller frees; null when there is none. The last three are always null here. */
  readonly PEM_read_bio_X509: (bp: BIO, x: null, cb: null, u: null) => X509 | null;
  /** Adds a certificate, of which the store holds a reference of its own; 1, or 0 when it cannot. */
  readonly X509_STORE_add_cert: (ctx: X509_STORE, x: X509) => number;
  readonly X509_free: (a: X509) => void;
}
