import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlannedScenario } from './plan.js';
import { EVERYTHING, selectScenarios, type RunSelection } from './selection.js';

function scenario(line: number, tags: readonly string[], underlying: string | null): PlannedScenario {
  return {
    key: `toy.feature:${line}`,
    uri: 'toy.feature',
    line,
    name: 'toy',
    tags,
    labels: tags.filter((tag) => tag.startsWith('SRS_')),
    steps: [],
    underlying,
  };
}

const scenarios = [
  scenario(1, ['toy', 'SRS_TOY_01_001'], 'mock'),
  scenario(2, ['toy', 'SRS_TOY_01_001', 'long'], 'loopback'),
  scenario(3, ['toy', 'SRS_TOY_01_002'], null),
  scenario(4, ['toy', 'SRS_TOY_01_003'], 'mock'),
];
const proving = new Set(['SRS_TOY_01_001', 'SRS_TOY_01_002']);

function selected(selection: Partial<RunSelection>): readonly number[] {
  return selectScenarios(scenarios, proving, { ...EVERYTHING, ...selection }).map(({ line }) => line);
}

test('what proves something selected is run', () => {
  assert.deepEqual(selected({}), [1, 2, 3]);
});

test('an underlying IO leaves out the others, and no scenario that has none', () => {
  assert.deepEqual(selected({ underlying: ['mock'] }), [1, 3]);
});

test('tags select as in Cucumber', () => {
  assert.deepEqual(selected({ tags: 'not @long' }), [1, 3]);
  assert.deepEqual(selected({ tags: '@long or @SRS_TOY_01_002' }), [2, 3]);
});

test('shards are made of what is left', () => {
  assert.deepEqual(selected({ tags: 'not @long', shard: { index: 2, total: 2 } }), [3]);
});
