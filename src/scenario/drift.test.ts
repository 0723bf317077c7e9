import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { drift, writeFeatures, type ComposedFeature } from './index.js';

const MARK = '# Do not edit: iospec generate writes this file.\n';
const FEATURES: readonly ComposedFeature[] = [
  { path: 'x/one.feature', text: `${MARK}Feature: one\n`, items: [], scenarios: [] },
  { path: 'x/two.feature', text: `${MARK}Feature: two\n`, items: [], scenarios: [] },
];

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'features-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

test('what is written has no drift', async () => {
  assert.deepEqual(
    (await writeFeatures(FEATURES, folder)).map(({ kind }) => kind),
    ['missing', 'missing'],
  );
  assert.deepEqual(await drift(FEATURES, folder), []);
  assert.equal(await readFile(join(folder, 'x/two.feature'), 'utf8'), FEATURES[1]?.text);
});

test('a feature edited by hand is changed, with the first line that differs', async () => {
  await writeFeatures(FEATURES, folder);
  await writeFile(join(folder, 'x/one.feature'), `${MARK}Feature: mine\n`);
  assert.deepEqual(await drift(FEATURES, folder), [{ path: 'x/one.feature', kind: 'changed', line: 2 }]);
  await writeFeatures(FEATURES, folder);
  assert.deepEqual(await drift(FEATURES, folder), []);
});

test('a feature cut short or grown is changed', async () => {
  await writeFeatures(FEATURES, folder);
  await writeFile(join(folder, 'x/one.feature'), MARK);
  await writeFile(join(folder, 'x/two.feature'), `${FEATURES[1]?.text}more\n`);
  assert.deepEqual(
    (await drift(FEATURES, folder)).map(({ kind, line }) => [kind, line]),
    [
      ['changed', 2],
      ['changed', 3],
    ],
  );
});

test('a generated feature that no document gives is stale and goes', async () => {
  await writeFeatures(FEATURES, folder);
  assert.deepEqual(await drift(FEATURES.slice(0, 1), folder), [
    { path: 'x/two.feature', kind: 'stale', line: null },
  ]);
  await writeFeatures(FEATURES.slice(0, 1), folder);
  assert.deepEqual(await readdir(join(folder, 'x')), ['one.feature']);
});

test('hand-written features and other systems are left alone', async () => {
  await mkdir(join(folder, 'x/depth'), { recursive: true });
  await mkdir(join(folder, 'y'));
  const own = ['x/depth/deep.feature', 'x/own.feature', 'y/old.feature'];
  for (const path of own) await writeFile(join(folder, path), 'Feature: own\n');
  await writeFile(join(folder, 'y/old.feature'), `${MARK}Feature: old\n`);
  await writeFeatures(FEATURES, folder);
  assert.deepEqual(await drift(FEATURES, folder), []);
  for (const path of own) assert.match(await readFile(join(folder, path), 'utf8'), /Feature: o/);
});

test('drift writes nothing', async () => {
  assert.equal((await drift(FEATURES, folder)).length, 2);
  assert.deepEqual(await readdir(folder), []);
});
