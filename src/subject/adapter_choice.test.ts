import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, test } from 'node:test';
import { describeBundledAdapters, describeGivenAdapter } from './adapter_choice.js';

const folder = mkdtempSync(join(tmpdir(), 'iospec adapters '));
after(() => {
  rmSync(folder, { recursive: true });
});

const options = { timeoutMs: 10_000, signal: new AbortController().signal };

function moduleOf(name: string, code: string): string {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, code);
  return file;
}

const good = `{ specification: 'tlsio', name: 'mine', version: '2', capabilities: { design: 'direct' }, create: () => ({ tlsio_create() {} }) }`;

test('a module gives its adapter as `adapter` or as its default', async () => {
  for (const code of [`export const adapter = ${good};`, `export default ${good};`]) {
    const description = await describeGivenAdapter(moduleOf('good', code), options);
    assert.match(description.specifier, /^file:.*good\.mjs$/);
    assert.equal(description.source.files.length, 1);
    assert.deepEqual(
      { ...description, specifier: '', source: null },
      {
        specifier: '',
        specification: 'tlsio',
        name: 'mine',
        version: '2',
        capabilities: { design: 'direct' },
        functions: ['tlsio_create'],
        source: null,
      },
    );
  }
});

test('a bundled adapter is found by its name', async () => {
  const [first] = describeBundledAdapters();
  assert.ok(first !== undefined);
  assert.deepEqual(await describeGivenAdapter(first.name, options), first);
});

test('what is no adapter is an error of one line that names the module and the reason', async () => {
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['exits', 'process.exit(0);', /exits\.mjs: loading it ended the process \(status 0\)$/],
    ['throws', "throw new Error('not today');", /throws\.mjs: .*not today$/],
    ['nothing', 'export const x = 1;', /exports no adapter/],
    ['nameless', `export default { ...${good}, name: '' };`, /no `name`/],
    ['numeric', `export default { ...${good}, capabilities: { size: 3 } };`, /capability `size`/],
    [
      'seamless',
      `export default { ...${good}, capabilities: { log: 'no' } };`,
      /capability `log` is 'no', not true or false/,
    ],
    [
      'sideways',
      `export default { ...${good}, capabilities: { design: 'sideways' } };`,
      /capability `design` is 'sideways', not 'direct' or 'chained'/,
    ],
    ['empty', `export default { ...${good}, create: () => null };`, /`create` returned null/],
    ['late', `export default { ...${good}, create: async () => ({}) };`, /`create` returned a promise/],
    [
      'torn',
      `export default { ...${good}, create() { throw new Error('no memory'); } };`,
      /`create` threw: no memory$/,
    ],
    ['syntax', 'const a = 1;\n\nfoo error bar;', /syntax\.mjs: line 3: Unexpected identifier 'error'$/],
    ['inner', "\nimport './syntax.mjs';", /inner\.mjs: .*syntax\.mjs:3: Unexpected identifier 'error'$/],
    ['lacking', "\nimport { nope } from 'node:fs';", /lacking\.mjs: line 2: .* export named 'nope'$/],
    [
      'waiting',
      'await new Promise(() => {});',
      /waiting\.mjs: it never finished loading: nothing settles an `await` at its top level$/,
    ],
    ['inert', `export default { ...${good}, create: undefined };`, /no function `create`/],
  ];
  for (const [name, code, message] of cases) {
    await assert.rejects(describeGivenAdapter(moduleOf(name, code), options), {
      name: 'AdapterError',
      message,
    });
  }
  mkdirSync(join(folder, 'folder'));
  await assert.rejects(describeGivenAdapter(join(folder, 'folder'), options), {
    message: `${join(folder, 'folder')}: is a folder, not a module`,
  });
  await assert.rejects(
    describeGivenAdapter('./no_such_module.mjs', options),
    /neither a bundled adapter \(.+\) nor a module/,
  );
});

test('everything that loading a module read is its source, and what it holds is hashed', async () => {
  writeFileSync(join(folder, 'part.cjs'), 'exports.version = "3";');
  writeFileSync(join(folder, 'part.mjs'), "export { version } from './part.cjs';");
  const file = moduleOf(
    'whole',
    `import { version } from './part.mjs'; export default { ...${good}, version };`,
  );
  const { source, version } = await describeGivenAdapter(file, options);
  assert.equal(version, '3');
  assert.deepEqual(
    source.files.map((one) => basename(one)),
    ['whole.mjs', 'part.mjs', 'part.cjs'],
  );
  writeFileSync(join(folder, 'part.cjs'), 'exports.version = "4";');
  const changed = await describeGivenAdapter(file, options);
  assert.notEqual(changed.source.sha256, source.sha256);
});

test('a module that never loads is given up', async () => {
  const file = moduleOf('endless', 'for (;;);');
  await assert.rejects(
    describeGivenAdapter(file, { ...options, timeoutMs: 2000 }),
    /it never finished loading$/,
  );
});
