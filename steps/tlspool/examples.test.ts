import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { createServer } from 'node:tls';
import { whereDescriptorsPass } from '../../src/adapters/testing/where_descriptors_pass.js';
import { packageRoot } from '../../src/package.js';
import { certificatesFor } from '../../src/stage/certificates.js';
import { labelsWith, verified } from '../../test/verify.js';

const root = mkdtempSync(join(tmpdir(), 'iospec tlspool examples '));
after(() => {
  rmSync(root, { recursive: true });
});

const example = (name: string): string => join(packageRoot, 'examples', name);
const page = readFileSync(join(packageRoot, 'docs/tlspool.md'), 'utf8');

test('the module of docs/tlspool.md is the example, and conforms', async () => {
  const [, block] = /```js\n(import \{ defineAdapter[^]*?)```/.exec(page) ?? [];
  const file = example('my_tlspool.mjs');
  assert.equal(block, readFileSync(file, 'utf8'));
  const { status, stderr, trace } = await verified(
    ['--spec', 'tlspool', '--adapter', file, '--underlying', 'mock'],
    join(root, 'reports'),
  );
  assert.equal(status, 0, stderr);
  assert.deepEqual(trace.adapters[0]?.name, 'my_tlspool');
  assert.ok(labelsWith(trace, 'passed').length > 80);
});

const onLinux = {
  ...whereDescriptorsPass,
  timeout: 60_000,
};

test('the application of docs/tlspool.md says hello by way of the pool', onLinux, async () => {
  const [, block = ''] = /```js\n(const pool =[^]*?)```/.exec(page) ?? [];
  const application = readFileSync(example('tlspool_application.mjs'), 'utf8');
  const lines = block.split('\n').filter((line) => line.trim() !== '');
  assert.ok(lines.length > 10);
  for (const line of lines) assert.ok(application.includes(line), line);

  const { authority, server } = await certificatesFor('localhost');
  const texts = [authority, server.good.certificate, server.good.privateKey];
  const files = texts.map((text, index) => {
    const file = join(root, `${index}.pem`);
    writeFileSync(file, text);
    return file;
  });
  const echo = createServer({ cert: server.good.certificate, key: server.good.privateKey }, (socket) => {
    socket.pipe(socket);
  }).listen(0, '127.0.0.1');
  await once(echo, 'listening');
  const path = join(root, 'pool.sock');
  const node = (name: string, ...words: readonly string[]) =>
    spawn(process.execPath, [example(name), ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  const pool = node('tlspool_service.mjs', path, ...files);
  try {
    while (!existsSync(path) && pool.exitCode === null) await pause(10);
    const { port } = echo.address() as AddressInfo;
    const client = node('tlspool_application.mjs', path, 'localhost', String(port));
    let output = '';
    client.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    assert.deepEqual(await once(client, 'close'), [0, null]);
    assert.equal(output, 'hello\n');
  } finally {
    const gone = once(pool, 'exit');
    if (pool.exitCode === null) {
      pool.kill();
      assert.deepEqual(await gone, [0, null]);
    }
    echo.close();
  }
  assert.ok(!existsSync(path));
});
