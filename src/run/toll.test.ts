import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Death } from './outcome.js';
import type { PlannedScenario } from './plan.js';
import { Toll } from './toll.js';

function scenario(...tags: readonly string[]): PlannedScenario {
  return {
    key: 'a:1',
    uri: 'a',
    line: 1,
    name: 'a',
    tags: ['toy', ...tags],
    labels: tags,
    steps: [],
    underlying: null,
  };
}

const crash: Death = { kind: 'crashed', reason: '', details: '' };
const hang: Death = { ...crash, kind: 'hung' };

test('after many deaths a scenario is spared whose requirements all have theirs, and no other', () => {
  const toll = new Toll();
  for (let deaths = 1; deaths <= 50; deaths += 1) {
    toll.note(crash, scenario('one'));
    assert.equal(toll.spares(scenario('one')), null, `${deaths} deaths`);
  }
  toll.note(crash, scenario('two'));
  assert.match(toll.spares(scenario('one')) ?? '', /brought down 51 processes/);
  assert.match(toll.spares(scenario('one', 'two')) ?? '', /not tried/);
  assert.equal(toll.spares(scenario('three')), null);
  assert.equal(toll.spares(scenario('one', 'three')), null);
});

test('a hang, which costs its whole limit, counts for ten deaths', () => {
  const toll = new Toll();
  for (let hangs = 1; hangs <= 5; hangs += 1) toll.note(hang, scenario('one'));
  assert.equal(toll.spares(scenario('one')), null);
  toll.note(hang, null);
  assert.notEqual(toll.spares(scenario('one')), null);
});
