import assert from 'node:assert/strict';
import { test } from 'node:test';
import { certificatesFor } from '../../stage/certificates.js';
import { secureContextOf } from './secure_contexts.js';

test('equal settings share a context; a difference in any of them makes another', async () => {
  const one = await certificatesFor('localhost');
  const settings = { minVersion: 'TLSv1.2', ca: one.authority } as const;
  const context = secureContextOf(settings);
  assert.equal(secureContextOf({ ...settings }), context);
  assert.notEqual(secureContextOf({ ...settings, minVersion: 'TLSv1.3' }), context);
  const { certificate: cert, privateKey: key } = one.server.good;
  assert.notEqual(secureContextOf({ ...settings, cert, key }), context);
  assert.notEqual(secureContextOf({ minVersion: 'TLSv1.2' }), context);
});

test('what node:tls refuses is refused each time', () => {
  const malformed = { cert: 'no certificate', key: 'no key' };
  assert.throws(() => secureContextOf(malformed));
  assert.throws(() => secureContextOf(malformed));
});
