import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { after, test } from 'node:test';
import { modulesBelow } from './code.js';
import { runsFromSource } from '../package.js';

const root = mkdtempSync(join(tmpdir(), 'iospec modules '));
after(() => {
  rmSync(root, { recursive: true });
});

test('what only tests use is no part of the code of an adapter', () => {
  const extension = runsFromSource ? 'ts' : 'js';
  for (const name of ['b', 'a', 'tlsio/open', 'tlsio/open.test', 'testing/user', 'tlsio/testing/peer']) {
    const file = join(root, `${name}.${extension}`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '');
  }
  assert.deepEqual(
    modulesBelow(root).map((file) => relative(root, file)),
    ['a', 'b', 'tlsio/open'].map((name) => `${name}.${extension}`),
  );
  assert.deepEqual(modulesBelow(join(root, 'none')), []);
});
