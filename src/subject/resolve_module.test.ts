import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { resolveModule } from './resolve_module.js';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'iospec resolve ')));
after(() => {
  rmSync(root, { recursive: true });
});

/** Installs a package with these fields in its manifest. */
function install(name: string, manifest: object, ...files: readonly string[]): void {
  for (const [path, text] of [
    ['package.json', JSON.stringify({ name, ...manifest })],
    ...files.map((file) => [file, '']),
  ]) {
    const file = join(root, 'node_modules', name, path ?? '');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text ?? '');
  }
}

const resolved = (specifier: string): string | null =>
  resolveModule(specifier, root)?.replace(join(root, 'node_modules/'), '') ?? null;

test('a package is its main module, whichever way its manifest names that', () => {
  install('plain', {}, 'index.js');
  install('main', { main: 'lib/main.js' }, 'lib/main.js');
  install('both', { exports: './lib/both.js' }, 'lib/both.js');
  assert.deepEqual(['plain', 'main', 'both'].map(resolved), [
    'plain/index.js',
    'main/lib/main.js',
    'both/lib/both.js',
  ]);
});

test('a package that exports ES modules alone is found as well, whatever stands beside the condition', () => {
  install('alone', { type: 'module', exports: { import: './alone.js' } }, 'alone.js');
  install('typed', {
    exports: { '.': { types: './a.d.ts', import: { node: './node.js', default: './any.js' } } },
  });
  install('@scoped/one', { exports: { '.': { import: './one.js' }, './deep': { import: './deep.js' } } });
  assert.deepEqual(['alone', 'typed', '@scoped/one', '@scoped/one/deep'].map(resolved), [
    'alone/alone.js',
    'typed/node.js',
    '@scoped/one/one.js',
    '@scoped/one/deep.js',
  ]);
});

test('what is not installed, or not exported, is none', () => {
  install('closed', { exports: { '.': { import: './closed.js' }, './toString': null } });
  install('empty', { exports: {} });
  for (const specifier of [
    'nowhere',
    '@no/where',
    'closed/inner',
    'closed/toString',
    'closed/valueOf',
    'empty',
  ])
    assert.equal(resolved(specifier), null, specifier);
});

test('it is looked for from the folder given, and upwards', () => {
  install('plain', {}, 'index.js');
  mkdirSync(join(root, 'a/b'), { recursive: true });
  assert.equal(resolveModule('plain', join(root, 'a/b')), join(root, 'node_modules/plain/index.js'));
});
