import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Trace } from '../src/trace/model.js';
import { iospec, labelsWith, traceIn, verified } from './verify.js';

const root = mkdtempSync(join(tmpdir(), 'iospec runs '));
after(() => {
  rmSync(root, { recursive: true });
});

const here = (name: string): string => join(root, name);

/** Judged over the mock: a document of two refusals, and adapters that make them. */
const TINY = `# tiny

## tlsio_create

\`\`\`c
CONCRETE_IO_HANDLE tlsio_create(void* io_create_parameters);
void tlsio_destroy(CONCRETE_IO_HANDLE tlsio_handle);
void tlsio_dowork(CONCRETE_IO_HANDLE tlsio_handle);
\`\`\`

**SRS_TLSIO_01_001: [** If the \`io_create_parameters\` value is NULL, \`tlsio_create\` shall return NULL. **]**

**SRS_TLSIO_01_002: [** If the \`hostname\` member of \`io_create_parameters\` value is NULL, \`tlsio_create\` shall return NULL. **]**
`;

/** @param refusal What it does with a configuration that has no host name. */
function adapter(name: string, refusal = 'return null;'): string {
  return `import { appendFileSync, readFileSync } from 'node:fs';
export const adapter = {
  specification: 'tlsio', name: '${name}', version: '1.0.0', capabilities: { design: 'direct' },
  create: () => ({
    tlsio_create(parameters) {
      if (parameters === null) return null;
      ${refusal}
    },
    tlsio_destroy() {},
    tlsio_dowork() {},
  }),
};
`;
}

function written(name: string, text: string): string {
  writeFileSync(here(name), text);
  return here(name);
}

const tiny = written('tiny.md', TINY);
const judged = (module: string, ...words: readonly string[]): readonly string[] => [
  ...['--spec', tiny, '--adapter', module, '--underlying', 'mock'],
  ...words,
];

test('a scenario whose results differ is flaky, and both timelines are shown', async () => {
  const count = written('count', '');
  const module = written(
    'sometimes.mjs',
    adapter(
      'sometimes',
      `appendFileSync(${JSON.stringify(count)}, '.');
      return readFileSync(${JSON.stringify(count)}).length === 2 ? {} : null;`,
    ),
  );
  const { status, stdout, trace } = await verified(judged(module, '--repeat', '3'), here('flaky'));
  assert.equal(status, 1);
  assert.match(stdout, /1 passed, 1 flaky/);
  assert.equal(trace.repeat, 3);
  const [steady, flaky] = trace.specifications[0]?.requirements ?? [];
  assert.equal(steady?.verdict, 'passed');
  assert.equal(flaky?.verdict, 'flaky');
  assert.match(flaky.reason ?? '', /^1 failed, 2 passed in 3 runs: /);
  const [scenario] = flaky.scenarios;
  assert.deepEqual(
    scenario?.repetitions?.map(({ verdict, times, timeline }) => [
      verdict,
      times,
      timeline.filter(({ kind }) => kind === 'return').length > 0,
    ]),
    [
      ['failed', 1, true],
      ['passed', 2, true],
    ],
  );
});

test('adapters side by side: a row for each requirement, a column for each adapter', async () => {
  const good = written('good.mjs', adapter('good'));
  const bad = written('bad.mjs', adapter('bad', 'return {};'));
  const { status, stdout } = await verified([...judged(good), '--adapter', bad], here('compared'));
  assert.equal(status, 1);
  const table = stdout.split('\n').slice(0, 3);
  assert.deepEqual(
    table.map((line) => line.split(/ {2,}/)),
    [
      ['tlsio', 'good', 'bad'],
      ['SRS_TLSIO_01_001', '✔ passed', '✔ passed'],
      ['SRS_TLSIO_01_002', '✔ passed', '✘ failed'],
    ],
  );
  const markdown = readFileSync(join(here('compared'), 'trace.md'), 'utf8');
  assert.match(markdown, /\| requirement \| line \| sentence \| verdict \| good \| bad \| scenarios \|/);
  assert.match(markdown, /SRS\\_TLSIO\\_01\\_002 \|.*\| failed \| passed \| failed \| 2 \|/);
});

test('status tells what changed since the run, and what that makes stale', async () => {
  const module = written('mine.mjs', adapter('mine'));
  const document = written('mine.md', TINY);
  const words = ['--spec', document, '--adapter', module, '--underlying', 'mock'];
  const { status } = await verified(words, here('status'));
  assert.equal(status, 0);
  const ask = () => iospec(['status', '--reports', here('status')]);
  assert.deepEqual([(await ask()).status, (await ask()).stderr], [0, '']);

  // A sentence that only moves is the same sentence.
  writeFileSync(document, TINY.replace('## tlsio_create', '## tlsio_create\n\nSome words.'));
  assert.equal((await ask()).status, 0);

  writeFileSync(document, TINY.replace('NULL. **]**', 'a handle. **]**'));
  const sentence = await ask();
  assert.equal(sentence.status, 1);
  assert.match(
    sentence.stdout,
    /^SRS_TLSIO_01_001 {2}passed: sentence changed, scenarios changed\n1 of 2 requirements of .* is stale\n$/,
  );

  writeFileSync(document, TINY);
  written('mine.mjs', `${adapter('mine')}\n// changed\n`);
  const changed = await ask();
  assert.equal(changed.status, 1);
  assert.equal(changed.stdout.match(/passed: adapter mine changed/g)?.length, 2);

  rmSync(module);
  const gone = await ask();
  assert.equal(gone.status, 1);
  assert.match(
    gone.stdout,
    /^adapter mine is gone: .*mine\.mjs: no such file \(2 requirements\)\n2 of 2 requirements of .* are stale\n$/,
  );

  rmSync(document);
  assert.match(
    (await ask()).stdout,
    /^.*mine\.md: no such file \(2 requirements\)\n2 of 2 requirements of .* are stale\n$/,
  );
});

/** Verdict of each requirement and of each of its scenarios, however they are ordered. */
function verdicts({ specifications, summary }: Trace): unknown {
  return [
    summary.conforming,
    specifications.flatMap(({ requirements }) =>
      requirements.map(({ label, verdict, obligations, scenarios }) => [
        label,
        verdict,
        obligations.map((obligation) => obligation.verdict),
        scenarios.map((one) => `${one.feature}:${one.line} ${one.adapter} ${one.verdict}`).sort(),
      ]),
    ),
  ];
}

test('four shards merged give the verdicts of one run; a missing one is an error', async () => {
  const broken = fileURLToPath(
    new URL(`../steps/tlsio/broken/close_complete_dropped${import.meta.url.slice(-3)}`, import.meta.url),
  );
  const ids = ['050', '051', '053', '054', '056', '060', '062', '065', '066', '067'];
  const asked = ids.flatMap((id) => ['--requirement', `SRS_TLSIO_30_${id}`]);
  const words = ['--adapter', broken, '--underlying', 'mock', '--tags', 'not @long', ...asked];
  const whole = await verified([...words, '--parallel', '2'], here('whole'));
  const shards = [1, 2, 3, 4].map((index) => here(`shard ${index}`));
  for (const [index, reports] of shards.entries()) {
    await verified([...words, '--shard', `${index + 1}/4`], reports);
  }
  const from = (folders: readonly string[]) => ['report', '--from', ...folders, '--reports', here('merged')];
  const merged = await iospec(from(shards));
  assert.equal(merged.status, whole.status);
  assert.ok(labelsWith(whole.trace, 'failed').length > 0);
  assert.deepEqual(verdicts(traceIn(here('merged'))), verdicts(whole.trace));
  // One given twice counts once.
  await iospec(from([...shards, ...shards.slice(0, 1)]));
  assert.deepEqual(verdicts(traceIn(here('merged'))), verdicts(whole.trace));

  const missing = await iospec(from(shards.slice(1)));
  assert.equal(missing.status, 2);
  assert.match(missing.stderr, /^iospec: [^\n]*shard 1 of 4 is missing\n$/);

  writeFileSync(join(here('shard 2'), 'messages.ndjson'), '{}\nbroken');
  const torn = await iospec(from(shards));
  assert.equal(torn.status, 2);
  assert.match(torn.stderr, /^iospec: [^\n]*messages\.ndjson:2: is not a Cucumber message\n$/);
});

for (const signal of ['SIGKILL', 'SIGINT'] as const) {
  test(`a run that gets ${signal} leaves what it found, marked incomplete, and nothing older`, async () => {
    const reports = here(signal);
    const slow = written(
      'slow.mjs',
      adapter('slow', 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60000); return null;'),
    );
    await verified(judged(written('quick.mjs', adapter('quick'))), reports);
    assert.equal(traceIn(reports).complete, true);
    const killed = iospec(['verify', ...judged(slow), '--reports', reports], {
      onStart: (child) => {
        const look = setInterval(() => {
          // The old trace is gone when the run begins; the new one is there before the first scenario.
          if (!existsSync(join(reports, 'trace.json')) || traceIn(reports).complete) return;
          clearInterval(look);
          setTimeout(() => child.kill(signal), 3000);
        }, 20);
      },
    });
    const { status } = await killed;
    assert.equal(status, signal === 'SIGKILL' ? null : 1);
    const trace = traceIn(reports);
    assert.equal(trace.complete, false);
    assert.equal(trace.summary.conforming, false);
    assert.deepEqual(
      trace.adapters.map(({ name }) => name),
      ['slow'],
    );
    assert.equal(existsSync(join(reports, 'index.html')), signal === 'SIGINT');
  });
}
