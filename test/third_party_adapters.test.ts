import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { packageRoot } from '../src/package.js';
import type { Trace } from '../src/trace/model.js';
import { iospec, labelsWith, verified } from './verify.js';

const root = mkdtempSync(join(tmpdir(), 'iospec third party '));
after(() => {
  rmSync(root, { recursive: true });
});

function written(name: string, text: string): string {
  const file = join(root, name);
  writeFileSync(file, text);
  return file;
}

const ADAPTER = import.meta.resolve('iospec/adapter');
const ADAPTERS = import.meta.resolve('iospec/adapters');

/** A module around a bundled adapter. */
function moduleOf(capabilities: string, create: string): string {
  return `import { defineAdapter } from '${ADAPTER}';
import { create_tlsio_chained, create_tlsio_direct } from '${ADAPTERS}';
export const adapter = defineAdapter({
  specification: 'tlsio', name: 'third', version: '1.0.0', capabilities: ${capabilities}, create: ${create},
});
`;
}

const CHAINED = "design: 'chained', asynchronousClose: true, options: true";
const DIRECT = "design: 'direct', asynchronousClose: false, options: true";

async function judged(name: string, text: string, ...ids: readonly string[]): Promise<Trace> {
  const { trace, stderr } = await verified(
    [
      ...['--adapter', written(name, text), '--underlying', 'mock'],
      ...ids.flatMap((id) => ['--requirement', `SRS_TLSIO_30_${id}`]),
    ],
    join(root, `reports of ${name}`),
  );
  assert.ok(trace.summary.scenarios > 0, stderr);
  return trace;
}

/** Verdict of each requirement, with those of its obligations, by the end of its id. */
function verdicts({ specifications }: Trace): Record<string, readonly string[]> {
  return Object.fromEntries(
    specifications.flatMap(({ requirements }) =>
      requirements.map(({ label, verdict, obligations }) => [
        label.slice(-3),
        [verdict, ...obligations.map((obligation) => obligation.verdict)],
      ]),
    ),
  );
}

test("README's module is the example, gives its VTable, and conforms", async () => {
  const readme = readFileSync(join(packageRoot, 'README.md'), 'utf8');
  const [, block] = /```js\n([^]*?defineAdapter[^]*?)```/.exec(readme) ?? [];
  const file = join(packageRoot, 'examples/my_tlsio.mjs');
  assert.equal(block, readFileSync(file, 'utf8'));
  const { status, stderr, trace } = await verified(
    ['--adapter', file, '--underlying', 'mock'],
    join(root, 'example'),
  );
  assert.equal(status, 0, stderr);
  assert.deepEqual(trace.adapters[0]?.name, 'my_tlsio');
  assert.equal(trace.adapters[0].source?.files[0]?.endsWith('my_tlsio.mjs'), true);
  assert.ok(labelsWith(trace, 'passed').length > 80);
});

test('what a missing seam would show is unobservable, and nothing else is', async () => {
  const trace = await judged(
    'blind.mjs',
    moduleOf(`{ ${CHAINED}, log: false, allocate: false }`, '() => create_tlsio_chained({ log() {} })'),
    ...['033', '052', '064', '011'],
  );
  assert.deepEqual(verdicts(trace), {
    '033': ['unobservable', 'unobservable', 'passed'],
    '052': ['passed', 'passed'],
    '064': ['unobservable', 'unobservable', 'unobservable'],
    // Its underlying IO can refuse to be created, whoever gives the memory.
    '011': ['passed', 'passed'],
  });
  assert.equal(trace.summary.conforming, true);
});

test('an adapter that makes its socket calls itself is unobservable, and not failed for it', async () => {
  for (const [specification, seam, id] of [
    ['async_socket_linux', 'linux_socket', 'SRS_ASYNC_SOCKET_LINUX_11_001'],
    ['async_socket_win32', 'win32_socket', 'SRS_ASYNC_SOCKET_WIN32_01_001'],
  ] as const) {
    const module = written(
      `own_${seam}.mjs`,
      `import { create_${specification} } from '${ADAPTERS}';
export default {
  specification: '${specification}', name: 'own', version: '1.0.0', capabilities: { ${seam}: false },
  create: (given) => create_${specification}(given),
};
`,
    );
    const { trace } = await verified(
      ['--adapter', module, '--underlying', 'mock', '--requirement', id],
      join(root, `reports of ${seam}`),
    );
    const [requirement] = trace.specifications.flatMap(({ requirements }) => requirements);
    assert.equal(requirement?.verdict, 'unobservable');
    assert.match(requirement.reason ?? '', new RegExp(`^${seam} is false: the adapter does not make its `));
  }
});

test('a direct adapter that opens its connections itself is judged by what it does without one', async () => {
  const trace = await judged(
    'own_connection.mjs',
    moduleOf(`{ ${DIRECT}, connect: false }`, '({ log }) => create_tlsio_direct({ log })'),
    ...['013', '030', '034', '018'],
  );
  assert.deepEqual(verdicts(trace), {
    '013': ['passed', 'passed', 'passed'],
    '030': ['passed', 'passed', 'passed'],
    '034': ['unobservable', 'unobservable'],
    '018': ['notApplicable', 'notApplicable'],
  });
});

test('what a capability claims has to be shown', async () => {
  const seams = await judged(
    'claims_allocate.mjs',
    moduleOf(`{ ${CHAINED}, allocate: true }`, '({ log, now }) => create_tlsio_chained({ log, now })'),
    '011',
  );
  assert.deepEqual(labelsWith(seams, 'failed'), ['SRS_TLSIO_30_011']);
  const silent = await judged(
    'silent.mjs',
    moduleOf(`{ ${CHAINED} }`, '() => create_tlsio_chained({ log() {} })'),
    '033',
  );
  assert.deepEqual(verdicts(silent)['033'], ['failed', 'failed', 'notRun']);
  const closes = await judged(
    'claims_asynchronous_close.mjs',
    moduleOf("{ design: 'direct', asynchronousClose: true, options: true }", 'create_tlsio_direct'),
    '107',
  );
  assert.deepEqual(labelsWith(closes, 'failed'), ['SRS_TLSIO_30_107']);
});

test('a class gives its functions as an object does, and TypeScript is loaded as JavaScript is', async () => {
  const trace = await judged(
    'typed.mts',
    `import { defineAdapter, type Dependencies } from '${ADAPTER}';
import { create_tlsio_chained, type TlsioApi } from '${ADAPTERS}';
const design: string = 'chained';
class Third {
  private readonly inner: TlsioApi;
  constructor(dependencies: Dependencies) { this.inner = create_tlsio_chained(dependencies); }
  ${[
    ...['create', 'destroy', 'open_async', 'close_async', 'send_async', 'dowork', 'setoption'],
    ...['retrieveoptions', 'get_interface_description'],
  ]
    .map(
      (name) =>
        `tlsio_${name}(...given: never[]) { return (this.inner.tlsio_${name} as (...all: never[]) => unknown)(...given); }`,
    )
    .join('\n  ')}
}
export default defineAdapter({
  specification: 'tlsio', name: 'typed', version: '1.0.0',
  capabilities: { design, asynchronousClose: true, options: true },
  create: (dependencies) => new Third(dependencies),
});
`,
    ...['033', '052'],
  );
  assert.deepEqual(labelsWith(trace, 'passed'), ['SRS_TLSIO_30_033', 'SRS_TLSIO_30_052']);
});

test('what can not be judged is told in one line', async () => {
  const cases: readonly (readonly [string, string, RegExp])[] = [
    [
      'unknown',
      moduleOf(`{ ${CHAINED} }`, 'create_tlsio_chained').replace("'tlsio'", "'abacus'"),
      /adapter third claims abacus, which is not a known document \(.*tlsio.*\); name its file with --spec\n/,
    ],
    [
      'short',
      moduleOf(`{ ${CHAINED} }`, '(given) => ({ ...create_tlsio_chained(given), tlsio_dowork: undefined })'),
      /adapter third lacks tlsio_dowork \(concrete_io_dowork of a VTable\) of spec.tlsio_requirements\.md/,
    ],
    [
      'bare',
      moduleOf(`{ ${CHAINED} }`, '() => ({ concrete_io_create() {} })'),
      /adapter third lacks tlsio_destroy \(concrete_io_destroy of a VTable\) and 6 other functions/,
    ],
    [
      'nameless',
      moduleOf(`{ ${CHAINED} }`, 'create_tlsio_chained').replace("name: 'third', ", ''),
      /nameless\.mjs: its adapter has no `name`/,
    ],
    [
      'misspelt',
      moduleOf("{ design: 'direct', asyncClose: true, options: true }", 'create_tlsio_direct'),
      /adapter third declares an unknown capability asyncClose; the nearest is asynchronousClose\n/,
    ],
    ['broken', 'export const = 3;', /broken\.mjs: /],
  ];
  for (const [name, text, message] of cases) {
    const { status, stdout, stderr } = await iospec([
      ...['verify', '--adapter', written(`${name}.mjs`, text), '--reports', join(root, 'refused')],
    ]);
    assert.equal(status, 2, name);
    assert.equal(stdout, '');
    assert.match(stderr, /^iospec: [^\n]+\n$/);
    assert.match(stderr, message);
  }
});
