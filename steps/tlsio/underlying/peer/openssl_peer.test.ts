import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import { connect } from 'node:tls';
import { createOpenSslPeer, opensslAvailable, opensslVersion } from './openssl_peer.js';

const skip = opensslAvailable() ? false : 'there is no openssl command here';

test('a command that is not there is reported, by name', async () => {
  assert.equal(opensslVersion('no-such-openssl'), null);
  await assert.rejects(createOpenSslPeer({ command: 'no-such-openssl' }), /no-such-openssl cannot be run/);
});

test('a command that never listens is reported', async () => {
  await assert.rejects(createOpenSslPeer({ command: 'true' }), /ended before it listened/);
});

test('s_server completes a handshake, answers a line, and takes a close', { skip }, async () => {
  const peer = await createOpenSslPeer();
  const { host, port, trustedCerts } = peer;
  const client = connect({ host, port, ca: trustedCerts, servername: 'localhost' });
  await once(client, 'secureConnect');
  client.write('abc\n');
  const [answer] = (await once(client, 'data')) as [Buffer];
  assert.equal(answer.toString(), 'cba\n');
  client.end();
  await once(client, 'close');
  assert.match(peer.output, /CONNECTION ESTABLISHED/);
  await peer.dispose();
  const left = await readdir(tmpdir());
  assert.deepEqual(
    left.filter((name) => name.startsWith('iospec-openssl-')),
    [],
  );
  assert.ok(!process.getActiveResourcesInfo().includes('ProcessWrap'));
  await assert.rejects(once(connect({ host, port }), 'secureConnect'), { code: 'ECONNREFUSED' });
});
