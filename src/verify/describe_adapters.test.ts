import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { AdapterDescription } from '../subject/description.js';
import { AdapterWorkers, moduleUrl } from './describe_adapters.js';

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

/** What a module says of itself, in a worker that ends with that. */
async function describe(file: string, { timeoutMs } = options): Promise<AdapterDescription> {
  const workers = new AdapterWorkers({ ...options, timeoutMs });
  try {
    return await workers.describe(pathToFileURL(file).href, file);
  } finally {
    await workers.end();
  }
}

const good = `{ specification: 'tlsio', name: 'mine', version: '2', capabilities: { design: 'direct' }, create: () => ({ tlsio_create() {} }) }`;

test('a module gives its adapter as `adapter` or as its default', async () => {
  for (const code of [`export const adapter = ${good};`, `export default ${good};`]) {
    const description = await describe(moduleOf('good', code));
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

test('what is no adapter is an error of one line that names the module and the reason', async () => {
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['exits', 'process.exit(0);', /exits\.mjs: loading it ended the process \(status 0\)$/],
    ['throws', "throw new Error('not today');", /throws\.mjs: .*not today$/],
    ['nothing', 'export const x = 1;', /exports no adapter/],
    ['nameless', `export default { ...${good}, name: '' };`, /no `name`/],
    ['numeric', `export default { ...${good}, capabilities: { size: 3 } };`, /capability `size`/],
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
    const file = moduleOf(name, code);
    await assert.rejects(describe(file), (error) => {
      assert.ok(error instanceof Error);
      assert.equal(error.name, 'AdapterError');
      assert.match(error.message, message);
      assert.ok(error.message.startsWith(`${file}: `) && !error.message.includes('\n'), error.message);
      return true;
    });
  }
});

test('everything that loading a module read is its source, and what it holds is hashed', async () => {
  writeFileSync(join(folder, 'part.cjs'), 'exports.version = "3";');
  writeFileSync(join(folder, 'part.mjs'), "export { version } from './part.cjs';");
  const file = moduleOf(
    'whole',
    `import { version } from './part.mjs'; export default { ...${good}, version };`,
  );
  const { source, version } = await describe(file);
  assert.equal(version, '3');
  assert.deepEqual(
    source.files.map((one) => basename(one)),
    ['whole.mjs', 'part.mjs', 'part.cjs'],
  );
  writeFileSync(join(folder, 'part.cjs'), 'exports.version = "4";');
  const changed = await describe(file);
  assert.notEqual(changed.source.sha256, source.sha256);
});

test('a module that never loads is given up', async () => {
  const file = moduleOf('endless', 'for (;;);');
  await assert.rejects(describe(file, { ...options, timeoutMs: 2000 }), /it never finished loading$/);
});

test('the worker that has described an adapter is taken once, and does a further task', async () => {
  const workers = new AdapterWorkers(options);
  const url = pathToFileURL(moduleOf('taken', `export default ${good};`)).href;
  const description = await workers.describe(url, 'taken');
  const worker = workers.take(description);
  assert.ok(worker !== null);
  assert.equal(workers.take(description), null);
  await workers.end();
  const adapters: string[] = [];
  const end = await worker.perform(
    { kind: 'describe', adapter: url, stays: false },
    {
      timeoutMs: options.timeoutMs,
      onMessage: (message) => {
        if (message.kind === 'adapter') adapters.push(message.adapter.name);
      },
    },
  );
  assert.equal(end.kind, 'done');
  assert.deepEqual(adapters, ['mine']);
  await worker.end();
});

test('workers that nobody takes end, one of two for the same module as well', async () => {
  const workers = new AdapterWorkers(options);
  const url = pathToFileURL(moduleOf('twice', `export default ${good};`)).href;
  const [one, other] = await Promise.all([workers.describe(url, 'one'), workers.describe(url, 'other')]);
  assert.deepEqual(one, other);
  await workers.end();
  assert.deepEqual(await childrenOf(process.pid), []);
});

test('workers that are still describing when all is over end, too, and none is started any more', async () => {
  const workers = new AdapterWorkers(options);
  const slow = `await new Promise((go) => setTimeout(go, 60_000)); export default ${good};`;
  const url = pathToFileURL(moduleOf('slow', slow)).href;
  const under = Array.from({ length: 5 }, () => workers.describe(url, 'slow'));
  const settled = Promise.allSettled(under);
  await pause(200);
  const started = performance.now();
  await workers.end();
  for (const { status } of await settled) assert.equal(status, 'rejected');
  await assert.rejects(workers.describe(url, 'slow'), { name: 'AdapterError' });
  assert.deepEqual(await childrenOf(process.pid), []);
  assert.ok(performance.now() - started < 20_000);
});

/** Ids of the processes that this one has started and that are still there; none where the system does not tell. */
async function childrenOf(pid: number): Promise<readonly string[]> {
  const file = `/proc/${pid}/task/${pid}/children`;
  const read = (): readonly string[] =>
    existsSync(file)
      ? readFileSync(file, 'utf8')
          .trim()
          .split(' ')
          .filter((id) => id !== '')
      : [];
  // A process that has ended counts until this one has taken note of it.
  for (let turns = 0; turns < 20 && read().length > 0; turns += 1) await pause(50);
  return read();
}

test('what is asked for as a module is a path, a URL or an installed package', () => {
  const file = moduleOf('known', '');
  const { href } = pathToFileURL(file);
  assert.equal(moduleUrl(file), href);
  assert.equal(moduleUrl(relative(process.cwd(), file)), href);
  assert.equal(moduleUrl(href), href);
  assert.match(moduleUrl('commander') ?? '', /^file:.*\/node_modules\/commander\/index\.js$/);
  assert.equal(moduleUrl('./no_such_module.mjs'), null);
  mkdirSync(join(folder, 'folder'));
  assert.equal(moduleUrl(join(folder, 'folder')), null);
});
