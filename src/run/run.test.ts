import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { tinyWorld, type TinyWorld } from './fixtures/tiny_world.js';
import type { AdapterDescription } from './protocol.js';
import { run, type DocumentRun, type RunProgress } from './run.js';

const adapter: AdapterDescription = {
  specifier: 'tiny_one',
  name: 'tiny_one',
  version: '1.0.0',
  specification: 'tiny',
  capabilities: {},
  functions: [],
  source: { files: [], sha256: '0'.repeat(64) },
};

async function runTiny(
  world: TinyWorld,
  adapters: readonly AdapterDescription[],
  { parallel = 1, repeat = 1, signal = new AbortController().signal } = {},
): Promise<{
  readonly found: DocumentRun;
  readonly progress: readonly RunProgress[];
  readonly kinds: ReadonlySet<string>;
}> {
  const progress: RunProgress[] = [];
  const kinds = new Set<string>();
  const [found] = await run(
    [{ system: 'tiny', file: 'tiny.md', scenarios: world.scenarios, support: world.support, adapters }],
    {
      featuresDirectory: world.folder,
      parallel,
      repeat,
      timeoutMs: 20_000,
      signal,
      onEnvelope: (envelope) => {
        for (const kind of Object.keys(envelope)) kinds.add(kind);
      },
      onProgress: (one) => progress.push(one),
    },
  );
  assert.ok(found !== undefined);
  return { found, progress, kinds };
}

const of = ({ scenarios }: DocumentRun, name: string) =>
  scenarios.filter((one) => one.scenario.name === name);

test('what is bound is executed, the rest has a snippet or both patterns as its reason', async () => {
  const world = tinyWorld({ good: 'it works', new: 'it sings "la" 2 times', torn: 'two take this' });
  const { found, progress, kinds } = await runTiny(world, [adapter]);
  world.remove();
  const [good] = of(found, 'good');
  assert.equal(good?.defect, null);
  assert.equal(good.outcome?.assertions, 1);
  const [fresh] = of(found, 'new');
  assert.equal(fresh?.defect?.kind, 'unbound');
  assert.match(
    fresh.defect.reason,
    /no step takes "it sings "la" 2 times"; write:\nThen\('it sings \{string\} \{int\} times'/,
  );
  assert.deepEqual(fresh.defect.steps, [true, false]);
  assert.equal(fresh.outcome, null);
  const [torn] = of(found, 'torn');
  assert.equal(torn?.defect?.kind, 'ambiguous');
  assert.match(
    torn.defect.reason,
    /two take this \(steps\.mjs:\d+\) and \^two take th\.\.\$ \(steps\.mjs:\d+\)/,
  );
  assert.equal(progress.at(-1)?.settled, 1);
  assert.equal(progress.at(-1)?.total, 1);
  assert.ok(kinds.has('testRunFinished'));
});

test('every adapter runs every scenario, with several workers too', async () => {
  const world = tinyWorld({ a: 'it works', b: 'it kills itself', c: 'it works', d: 'it works' });
  const { found, progress } = await runTiny(
    world,
    [adapter, { ...adapter, name: 'tiny_two', specifier: 'tiny_two' }],
    {
      parallel: 2,
    },
  );
  world.remove();
  assert.equal(found.scenarios.length, 8);
  for (const { scenario, outcome } of found.scenarios) {
    assert.equal(outcome?.death?.kind ?? null, scenario.name === 'b' ? 'crashed' : null);
  }
  assert.equal(progress.at(-1)?.settled, 8);
  assert.equal(progress.at(-1)?.total, 8);
  // What is found so far can be had while the run goes on.
  const [early] = progress[0]?.soFar() ?? [];
  assert.deepEqual(early, found);
});

test('without an adapter the phrases are bound and nothing is executed', async () => {
  const world = tinyWorld({ good: 'it works', new: 'it sings' });
  const { found, kinds } = await runTiny(world, []);
  world.remove();
  assert.equal(kinds.size, 0);
  assert.deepEqual(
    found.scenarios.map(({ adapter: name, outcome, defect }) => [name, outcome, defect?.kind ?? null]),
    [
      [null, null, null],
      [null, null, 'unbound'],
    ],
  );
});

test('step files that can not be loaded are an error with their reason', async () => {
  const world = tinyWorld({ good: 'it works' });
  const broken = join(world.folder, 'broken.mjs');
  writeFileSync(broken, "throw new Error('no steps today');");
  await assert.rejects(runTiny({ ...world, support: [broken] }, [adapter]), {
    name: 'SupportError',
    message: 'step files: Error: no steps today',
  });
  world.remove();
});
