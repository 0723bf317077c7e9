import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageDataOf } from '../page_data.js';
import { scenarioTrace, toyTrace } from '../testing/traces.js';
import { selectorFor } from './filter.js';
import { NO_FILTERS, type Filters } from '../route.js';

const data = pageDataOf(toyTrace());
const select = selectorFor(data);
const chosen = (filters: Partial<Filters>): readonly (string | undefined)[] =>
  select({ ...NO_FILTERS, ...filters }).map((index) => data.requirements[index]?.label);

test('no filter lets everything through, in order', () => {
  assert.deepEqual(
    chosen({}),
    data.requirements.map(({ label }) => label),
  );
});

test('words are looked for in id, sentence, function and section, all of them, in any case', () => {
  assert.deepEqual(chosen({ q: '01_001' }), ['SRS_TOY_01_001']);
  assert.deepEqual(chosen({ q: 'NULL failure' }), ['SRS_TOY_01_001']);
  assert.deepEqual(chosen({ q: 'null nothing' }), []);
});

test('verdict, problems, document, function', () => {
  assert.deepEqual(chosen({ verdict: 'notRun' }), ['SRS_TOY_01_003']);
  assert.deepEqual(chosen({ verdict: 'problems' }), ['SRS_TOY_01_001', 'SRS_TOY_01_003']);
  assert.deepEqual(chosen({ document: 'other' }), []);
  assert.deepEqual(chosen({ function: 'toy_destroy' }), ['TOY_CLOSED/toy_destroy']);
});

test('with an adapter or underlying IO the verdict is the one there', () => {
  assert.deepEqual(chosen({ verdict: 'failed', adapter: 'toy_two' }), ['SRS_TOY_01_001']);
  assert.deepEqual(chosen({ verdict: 'failed', adapter: 'toy_one' }), []);
  assert.ok(chosen({ verdict: 'passed', adapter: 'toy_one' }).includes('SRS_TOY_01_001'));
  assert.ok(!chosen({ underlying: 'loopback' }).includes('SRS_TOY_01_003'));
});

test('what one underlying IO hides and another shows is shown, for one adapter as for all', () => {
  const trace = toyTrace();
  const scenarios = [
    scenarioTrace(),
    scenarioTrace({ underlying: 'loopback', line: 8, verdict: 'unobservable' }),
    scenarioTrace({ adapter: 'toy_two', line: 9 }),
  ];
  const specifications = trace.specifications.map((one) => ({
    ...one,
    requirements: one.requirements.map((requirement) => ({ ...requirement, scenarios })),
  }));
  const own = selectorFor(pageDataOf({ ...trace, specifications }));
  const found = (verdict: string): number => own({ ...NO_FILTERS, adapter: 'toy_one', verdict }).length;
  assert.deepEqual([found('passed'), found('unobservable')], [8, 0]);
});
