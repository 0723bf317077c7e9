import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { blocksOfGuide } from './guide.js';
import { example } from './installation.js';

test('docs/add-a-system.md quotes the example word for word', () => {
  const quoted = blocksOfGuide().filter(({ file }) => file !== null && file !== 'iospec.config.mjs');
  assert.ok(quoted.length >= 10);
  for (const { file, text } of quoted) {
    const path = join(example, file ?? '');
    assert.ok(existsSync(path), `${path} is quoted`);
    assert.ok(readFileSync(path, 'utf8').includes(text), `${file ?? ''} does not hold\n${text}`);
  }
});

test('every block of code in it says which file it is a part of', () => {
  const others = blocksOfGuide().filter(({ file }) => file === null);
  assert.deepEqual(
    others.map(({ language }) => language).filter((language) => !['', 'sh'].includes(language)),
    [],
  );
});
