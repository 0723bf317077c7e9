import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { parseSpecification } from '../specification/index.js';
import type { AdapterDescription } from '../subject/description.js';
import { findSystems } from '../system/find_system.js';
import type { Project } from '../system/project.js';
import { claimedDocuments, describeDefault, describeGiven, requireClaims } from './chosen_adapters.js';
import { AdapterWorkers } from './describe_adapters.js';

const root = mkdtempSync(join(tmpdir(), 'iospec chosen adapters '));
const workers = new AdapterWorkers({ timeoutMs: 10_000, signal: new AbortController().signal });
after(async () => {
  await workers.end();
  rmSync(root, { recursive: true });
});

function written(path: string, text: string): string {
  const file = join(root, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
  return file;
}

function adapterCode(name: string, specification = 'toy'): string {
  return `export default { specification: '${specification}', name: '${name}', version: '1', capabilities: {}, create: () => ({}) };`;
}

written(
  'steps/toy/system.mjs',
  "export default { name: 'toy', adapters: { first: 'one.mjs', second: 'two.mjs' } };",
);
written('steps/toy/one.mjs', adapterCode('first'));
written('steps/toy/two.mjs', adapterCode('second'));
written('own.mjs', adapterCode('own'));
written('other.mjs', adapterCode('other', 'abacus'));

const project: Project = {
  root,
  steps: join(root, 'steps'),
  configuration: {},
  documents: [{ name: 'toy', file: join(root, 'spec/toy_requirements.md') }],
};
const systems = await findSystems([project]);
const named = (adapters: readonly AdapterDescription[]): readonly string[] =>
  adapters.map(({ name }) => name);

test('an adapter that a system names is found by its name', async () => {
  const [byName] = await describeGiven(['second'], systems, workers);
  const [byPath] = await describeGiven([join(root, 'steps/toy/two.mjs')], systems, workers);
  assert.equal(byName?.name, 'second');
  assert.deepEqual(byName, byPath);
});

test('a folder is no adapter, and stands in the way of none', async () => {
  await assert.rejects(describeGiven([root], systems, workers), {
    name: 'AdapterError',
    message: `${root}: is a folder, not a module`,
  });
  const before = process.cwd();
  mkdirSync(join(root, 'second'));
  process.chdir(root);
  const [found] = await describeGiven(['second'], systems, workers).finally(() => {
    process.chdir(before);
  });
  assert.equal(found?.name, 'second');
});

test('what is neither a module nor named by a system is told with the names there are', async () => {
  await assert.rejects(describeGiven(['./no_such_module.mjs'], systems, workers), {
    name: 'AdapterError',
    message: './no_such_module.mjs: neither a module nor the name of an adapter (first, second)',
  });
});

test('one that is named twice counts once; two of one name are refused', async () => {
  assert.deepEqual(named(await describeGiven(['first', 'first'], systems, workers)), ['first']);
  const twin = written('twin.mjs', adapterCode('first'));
  await assert.rejects(describeGiven(['first', twin], systems, workers), {
    name: 'UsageError',
    message: /twin\.mjs: its adapter is named first, and so is that of .*one\.mjs$/,
  });
});

test('where none was named, those of the documents are judged, the configured ones first', async () => {
  assert.deepEqual(named(await describeDefault(['toy'], [project], systems, workers)), ['first', 'second']);
  const configured = { ...project, configuration: { adapters: ['own.mjs', 'other.mjs'] } };
  assert.deepEqual(named(await describeDefault(['toy'], [configured], systems, workers)), [
    'own',
    'first',
    'second',
  ]);
  assert.deepEqual(named(await describeDefault(['store'], [project], systems, workers)), []);
  const missing = { ...project, configuration: { adapters: ['none.mjs'] } };
  await assert.rejects(describeDefault(['toy'], [missing], systems, workers), {
    name: 'AdapterError',
    message: 'none.mjs: named as an adapter in the configuration, but there is no such module',
  });
});

test('adapters are judged by the documents that they claim, and each must have one', async () => {
  const own = await describeGiven([join(root, 'own.mjs'), 'first'], systems, workers);
  const other = await describeGiven([join(root, 'other.mjs')], systems, workers);
  assert.deepEqual(claimedDocuments([], own, [project]), ['toy']);
  assert.deepEqual(claimedDocuments([], [], [project]), []);
  assert.deepEqual(claimedDocuments(['x.md'], other, [project]), ['x.md']);
  assert.throws(() => claimedDocuments([], other, [project]), {
    name: 'UsageError',
    message: 'adapter other claims abacus, which is not a known document (toy); name its file with --spec',
  });
  const toy = parseSpecification({ file: 'toy.md', text: '**SRS_TOY_01_001: [** It shall work. **]**\n' });
  requireClaims([toy], own);
  assert.throws(
    () => {
      requireClaims([toy], [...own, ...other]);
    },
    { name: 'UsageError', message: 'adapter other claims abacus, which is not among the documents (toy)' },
  );
});
