import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from '../src/package.js';

const SOURCES = join(packageRoot, 'src');

/** What only tests use may name what it tests. */
const TESTS = /\.test\.ts$|(?:^|\/)(?:testing|fixtures|browser)\//;

/** The systems of this checkout, without the tool's own name, which is everywhere. */
const systems = readdirSync(join(packageRoot, 'steps')).filter((name) => name !== 'iospec');

test('the core names no system, in code, in comments or in texts', () => {
  assert.ok(systems.length >= 6, systems.join(', '));
  const names = new RegExp(`(?:${systems.join('|')})`, 'i');
  const found = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(?:ts|json|css)$/.test(name) && !name.startsWith('adapters/') && !TESTS.test(name))
    .flatMap((name) =>
      readFileSync(join(SOURCES, name), 'utf8')
        .split('\n')
        .flatMap((line, index) => (names.test(line) ? [`src/${name}:${index + 1}: ${line.trim()}`] : [])),
    );
  assert.deepEqual(found, []);
});
