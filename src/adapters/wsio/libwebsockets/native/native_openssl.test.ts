import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { certificatesFor } from '../../../../stage/certificates.js';
import type { OpensslFunctions } from '../openssl.js';
import { createNativeLibwebsockets, createTlsContext } from './native_libwebsockets.js';
import { lacking } from './testing/lacking.js';

/** Certificates that can be read from a text, freed at once. */
function count(openssl: OpensslFunctions, text: string): number {
  const bio = openssl.BIO_new(openssl.BIO_s_mem() ?? {}) ?? {};
  assert.equal(openssl.BIO_puts(bio, text), Buffer.byteLength(text));
  let found = 0;
  for (;;) {
    const certificate = openssl.PEM_read_bio_X509(bio, null, null, null);
    if (certificate === null) break;
    found += 1;
    openssl.X509_free(certificate);
  }
  assert.equal(openssl.BIO_free(bio), 1);
  return found;
}

describe("the native OpenSSL's certificate functions", { skip: lacking() }, () => {
  it('read one certificate after the other', async () => {
    const openssl = createNativeLibwebsockets();
    const { authority, server } = await certificatesFor('localhost');
    assert.equal(count(openssl, `${authority}\n${server.good.certificate}\n`), 2);
    assert.equal(count(openssl, 'no certificate'), 0);
  });

  it('add a certificate to the store of a context', async () => {
    const openssl = createNativeLibwebsockets();
    const { authority } = await certificatesFor('localhost');
    const context = createTlsContext();
    assert.ok(context !== null);
    const store = openssl.SSL_CTX_get_cert_store(context.handle);
    assert.ok(store !== null);
    const bio = openssl.BIO_new(openssl.BIO_s_mem() ?? {}) ?? {};
    openssl.BIO_puts(bio, authority);
    const certificate = openssl.PEM_read_bio_X509(bio, null, null, null);
    assert.ok(certificate !== null);
    assert.equal(openssl.X509_STORE_add_cert(store, certificate), 1);
    openssl.X509_free(certificate);
    openssl.BIO_free(bio);
    context.free();
    assert.equal(openssl.SSL_CTX_get_cert_store(context.handle), null);
  });

  it('refuse what was freed, and what is of another kind', async () => {
    const openssl = createNativeLibwebsockets();
    const { authority } = await certificatesFor('localhost');
    const bio = openssl.BIO_new(openssl.BIO_s_mem() ?? {}) ?? {};
    openssl.BIO_puts(bio, authority);
    const certificate = openssl.PEM_read_bio_X509(bio, null, null, null) ?? {};
    assert.equal(openssl.X509_STORE_add_cert(bio, certificate), 0);
    assert.equal(openssl.BIO_free(certificate), 0);
    openssl.X509_free(certificate);
    openssl.X509_free(certificate);
    assert.equal(openssl.BIO_free(bio), 1);
    assert.equal(openssl.BIO_free(bio), 0);
    assert.equal(openssl.BIO_puts(bio, authority), -1);
    assert.equal(openssl.PEM_read_bio_X509(bio, null, null, null), null);
    assert.equal(openssl.BIO_new({}), null);
    assert.equal(openssl.SSL_CTX_get_cert_store({}), null);
  });
});
