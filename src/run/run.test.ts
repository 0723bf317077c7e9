import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BindingDefect } from '../phrases/binding.js';
import type { AdapterDescription } from '../subject/description.js';
import { tinyWorld, type TinyWorld } from './fixtures/tiny_world.js';
import { run, type DocumentRun, type RunDocument, type RunProgress } from './run.js';

const adapter: AdapterDescription = {
  specifier: 'tiny_one',
  name: 'tiny_one',
  version: '1.0.0',
  specification: 'tiny',
  capabilities: {},
  functions: [],
  source: { files: [], sha256: '0'.repeat(64) },
};

const NONE: RunDocument['defects'] = new Map();

async function runTiny(
  world: TinyWorld,
  adapters: readonly AdapterDescription[],
  { parallel = 1, repeat = 1, defects = NONE } = {},
): Promise<{
  readonly found: DocumentRun;
  readonly progress: readonly RunProgress[];
  readonly kinds: ReadonlySet<string>;
}> {
  const progress: RunProgress[] = [];
  const kinds = new Set<string>();
  const { folder, scenarios, specification, system, support } = world;
  const [found] = await run([{ specification, system, scenarios, defects, support, adapters }], {
    featuresDirectory: folder,
    parallel,
    repeat,
    timeoutMs: 20_000,
    signal: new AbortController().signal,
    onEnvelope: (envelope) => {
      for (const kind of Object.keys(envelope)) kinds.add(kind);
    },
    onProgress: (one) => progress.push(one),
  });
  assert.ok(found !== undefined);
  return { found, progress, kinds };
}

/** The defect of the scenario with this name: one of its phrases has no step. */
function unbound({ scenarios }: TinyWorld, name: string): ReadonlyMap<string, BindingDefect> {
  const defect = { kind: 'unbound', reason: 'no step', snippets: [], steps: [true, false] } as const;
  return new Map(scenarios.filter((one) => one.name === name).map(({ key }) => [key, defect]));
}

const of = ({ scenarios }: DocumentRun, name: string) =>
  scenarios.filter((one) => one.scenario.name === name);

test('what is bound is executed, the rest has what keeps it from that as its defect', async () => {
  const world = tinyWorld({ good: 'it works', new: 'it sings "la" 2 times' });
  const { found, progress, kinds } = await runTiny(world, [adapter], { defects: unbound(world, 'new') });
  world.remove();
  const [good] = of(found, 'good');
  assert.equal(good?.defect, null);
  assert.equal(good.outcome?.assertions, 1);
  const [fresh] = of(found, 'new');
  assert.equal(fresh?.defect?.kind, 'unbound');
  assert.deepEqual(fresh.defect.steps, [true, false]);
  assert.equal(fresh.outcome, null);
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
  const { found, kinds } = await runTiny(world, [], { defects: unbound(world, 'new') });
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
