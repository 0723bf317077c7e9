import type { OpensslFunctions } from '../openssl.js';
import { Handle } from './handle.js';
import type { HandleKind } from './handle.js';
import type { Libraries } from './load.js';
import type { Address } from './lws_calls.js';

/** The functions as they are called. */
interface Calls {
  readonly SSL_CTX_get_cert_store: (ctx: Address) => Address | null;
  readonly SSL_CTX_new: (method: Address | null) => Address | null;
  readonly SSL_CTX_free: (ctx: Address) => void;
  readonly TLS_client_method: () => Address | null;
  readonly BIO_s_mem: () => Address | null;
  readonly BIO_new: (type: Address) => Address | null;
  readonly BIO_puts: (b: Address, buf: string) => number;
  readonly BIO_free: (a: Address) => number;
  readonly PEM_read_bio_X509: (bp: Address, x: null, cb: null, u: null) => Address | null;
  readonly X509_STORE_add_cert: (ctx: Address, x: Address) => number;
  readonly X509_free: (a: Address) => void;
  readonly ERR_clear_error: () => void;
}

function bind({ ssl, crypto }: Libraries): Calls {
  const ofSsl = (prototype: string): never => ssl.func(prototype) as never;
  const ofCrypto = (prototype: string): never => crypto.func(prototype) as never;
  return {
    SSL_CTX_get_cert_store: ofSsl('void *SSL_CTX_get_cert_store(void *)'),
    SSL_CTX_new: ofSsl('void *SSL_CTX_new(void *)'),
    SSL_CTX_free: ofSsl('void SSL_CTX_free(void *)'),
    TLS_client_method: ofSsl('void *TLS_client_method()'),
    BIO_s_mem: ofCrypto('void *BIO_s_mem()'),
    BIO_new: ofCrypto('void *BIO_new(void *)'),
    BIO_puts: ofCrypto('int BIO_puts(void *, const char *)'),
    BIO_free: ofCrypto('int BIO_free(void *)'),
    PEM_read_bio_X509: ofCrypto('void *PEM_read_bio_X509(void *, void *, void *, void *)'),
    X509_STORE_add_cert: ofCrypto('int X509_STORE_add_cert(void *, void *)'),
    X509_free: ofCrypto('void X509_free(void *)'),
    ERR_clear_error: ofCrypto('void ERR_clear_error()'),
  };
}

/** Calls with the address behind an object, or gives what the function gives when it cannot. */
function using<T>(kind: HandleKind, given: object, otherwise: T, call: (address: Address) => T): T {
  const address = Handle.addressOf(kind, given);
  return address === null ? otherwise : call(address);
}

function forget(freed: object): void {
  if (freed instanceof Handle) freed.forget();
}

/** OpenSSL's certificate functions, and a context for whoever has no connection. */
export interface NativeOpenssl {
  readonly functions: OpensslFunctions;
  /** An `SSL_CTX` for clients that trusts nobody. */
  readonly createTlsContext: () => TlsContext | null;
}

/** An `SSL_CTX` of its owner's. */
export interface TlsContext {
  readonly handle: Handle;
  readonly free: () => void;
}

/**
 * The certificate functions of the OpenSSL below libwebsockets. What was freed, or is of another kind, is refused as
 * though the function had failed.
 */
export function createNativeOpenssl(libraries: Libraries): NativeOpenssl {
  const calls = bind(libraries);
  const functions: OpensslFunctions = {
    SSL_CTX_get_cert_store: (ctx) =>
      using('SSL_CTX', ctx, null, (address) =>
        Handle.of('X509_STORE', calls.SSL_CTX_get_cert_store(address)),
      ),
    BIO_s_mem: () => Handle.of('BIO_METHOD', calls.BIO_s_mem()),
    BIO_new: (type) => using('BIO_METHOD', type, null, (address) => Handle.of('BIO', calls.BIO_new(address))),
    BIO_puts: (bio, text) => using('BIO', bio, -1, (address) => calls.BIO_puts(address, text)),
    BIO_free: (bio) =>
      using('BIO', bio, 0, (address) => {
        forget(bio);
        return calls.BIO_free(address);
      }),
    PEM_read_bio_X509: (bio) =>
      using('BIO', bio, null, (address) => {
        const certificate = calls.PEM_read_bio_X509(address, null, null, null);
        // "No start line" is how the last certificate ends, and would be taken for the failure of a later handshake.
        if (certificate === null) calls.ERR_clear_error();
        return Handle.of('X509', certificate);
      }),
    X509_STORE_add_cert: (store, certificate) =>
      using('X509_STORE', store, 0, (to) =>
        using('X509', certificate, 0, (address) => calls.X509_STORE_add_cert(to, address)),
      ),
    X509_free: (certificate) => {
      using('X509', certificate, undefined, (address) => {
        forget(certificate);
        calls.X509_free(address);
      });
    },
  };
  return {
    functions,
    createTlsContext: () => {
      const address = calls.SSL_CTX_new(calls.TLS_client_method());
      const handle = Handle.of('SSL_CTX', address);
      if (address === null || handle === null) return null;
      let isFreed = false;
      return {
        handle,
        free: () => {
          if (isFreed) return;
          isFreed = true;
          handle.forget();
          calls.SSL_CTX_free(address);
        },
      };
    },
  };
}
