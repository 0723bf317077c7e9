import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { certificatesFor } from '../../stage/certificates.js';
import type { Certificates } from '../../stage/certificates.js';
import { TlsOptions } from './options.js';

let certificates: Certificates;
before(async () => {
  certificates = await certificatesFor('localhost');
});

describe('the TLS options', () => {
  it('keep what they take, in the form they take it', () => {
    const options = new TlsOptions();
    const { authority, client } = certificates;
    assert.equal(options.set('TrustedCerts', `${authority}\n${client.certificate}`), null);
    assert.equal(options.set('x509certificate', Buffer.from(client.certificate)), null);
    assert.equal(options.set('x509privatekey', client.privateKey), null);
    assert.equal(options.set('tls_version', 13), null);
    const copy = new TlsOptions();
    for (const [name, value] of options.entries()) assert.equal(copy.set(name, value), null);
    assert.deepEqual(Object.fromEntries(copy.entries()), {
      TrustedCerts: `${authority}\n${client.certificate}`,
      x509certificate: client.certificate,
      x509privatekey: client.privateKey,
      tls_version: '13',
    });
  });

  it('refuse a version below 1.2 and what is no version', () => {
    const options = new TlsOptions();
    for (const version of [0, 2, 10, 11, 14, '10', '1.2', 'TLSv1.2', '', 12.5, Number.NaN, {}, true]) {
      assert.notEqual(options.set('tls_version', version), null, JSON.stringify(version));
    }
    assert.deepEqual([...options.entries()], []);
  });

  it('refuse malformed certificates and keys, and keep what was set before', () => {
    const options = new TlsOptions();
    const { authority, client } = certificates;
    options.set('TrustedCerts', authority);
    const cut = authority.replace(/\n.{20}/, '\n');
    for (const value of ['', 'nonsense', cut, `${authority}\n${cut}`, client.privateKey, 42, {}]) {
      assert.notEqual(options.set('TrustedCerts', value), null);
      assert.notEqual(options.set('x509certificate', value === client.privateKey ? 'key' : value), null);
    }
    for (const value of ['', 'nonsense', authority, 42])
      assert.notEqual(options.set('x509privatekey', value), null);
    assert.deepEqual([...options.entries()], [['TrustedCerts', authority]]);
  });

  it('know their own names only', () => {
    const options = new TlsOptions();
    assert.ok(options.knows('TrustedCerts'));
    assert.ok(!options.knows('trustedcerts'));
    assert.ok(!options.knows('rejectUnauthorized'));
  });

  it('make the secure context once for the same options', () => {
    const options = new TlsOptions();
    const first = options.secureContext();
    assert.equal(options.secureContext(), first);
    options.set('tls_version', 13);
    assert.notEqual(options.secureContext(), first);
  });
});
