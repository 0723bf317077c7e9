import assert from 'node:assert/strict';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { test } from 'node:test';
import { certificatesFor } from './certificates.js';

const hostname = 'device.example';

test('each server certificate is wrong in one way only', async () => {
  const { authority, server } = await certificatesFor(hostname);
  const issuer = new X509Certificate(authority);
  const facts = Object.entries(server).map(([kind, { certificate, privateKey }]) => {
    const leaf = new X509Certificate(certificate);
    assert.ok(leaf.checkPrivateKey(createPrivateKey(privateKey)), `${kind}: the key is its own`);
    return [
      kind,
      leaf.verify(issuer.publicKey),
      new Date(leaf.validTo) > new Date() && new Date(leaf.validFrom) < new Date(),
      [hostname, 'localhost'].every((name) => leaf.checkHost(name) === name) &&
        leaf.checkIP('127.0.0.1') !== undefined,
    ];
  });
  assert.deepEqual(facts, [
    ['good', true, true, true],
    ['expired', true, false, true],
    ['selfSigned', false, true, true],
    ['otherHost', true, true, false],
  ]);
});

test('the authority is one, and its client certificate is for clients', async () => {
  const [first, second] = await Promise.all([
    certificatesFor('first.example'),
    certificatesFor('second.example'),
  ]);
  assert.equal(first.authority, second.authority);
  assert.notEqual(first.server.good.certificate, second.server.good.certificate);
  const client = new X509Certificate(first.client.certificate);
  assert.ok(client.verify(new X509Certificate(first.authority).publicKey));
  assert.deepEqual(client.keyUsage, ['1.3.6.1.5.5.7.3.2']);
});

test('certificates of a host are made once; an address is named as one', async () => {
  assert.equal(await certificatesFor(hostname), await certificatesFor(hostname));
  const { server } = await certificatesFor('192.0.2.7');
  assert.equal(new X509Certificate(server.good.certificate).checkIP('192.0.2.7'), '192.0.2.7');
});
