import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  EVERYTHING,
  item,
  judged,
  outcome,
  requirement,
  runOf,
  scenario,
  traceOf,
} from './fixtures/sample.js';
import { mergeTraces } from './merge.js';
import type { RequirementTrace, Trace } from './model.js';

const LOG = 'toy_open shall log';
const [one, two] = [requirement(1), requirement(2)];
const items = [item(one.label, LOG), item(two.label, LOG)];
const ofOne = scenario(1, [one.label], LOG);
const ofTwo = scenario(5, [two.label], LOG);

function requirementsOf(trace: Trace): readonly [RequirementTrace, RequirementTrace] {
  const [first, second] = trace.specifications[0]?.requirements ?? [];
  assert.ok(first !== undefined && second !== undefined);
  return [first, second];
}

const violation = (...requirements: readonly string[]) => ({
  requirements,
  message: 'a call completes once: on_x came a second time',
});

test('a violation fails the requirement that it is laid to, by the scenario it was seen in', () => {
  const runs = [
    runOf(outcome(ofOne, [], { violations: [violation(two.label), violation(two.label)] })),
    runOf(outcome(ofTwo)),
  ];
  const [first, second] = requirementsOf(traceOf(judged([one, two], items, runs)));
  assert.equal(first.verdict, 'passed');
  assert.equal(second.verdict, 'failed');
  assert.equal(second.reason, 'a call completes once: on_x came a second time');
  assert.deepEqual(
    second.scenarios.map(({ line, verdict, timeline }) => [line, verdict, timeline.length]),
    [
      [5, 'passed', 2],
      [1, 'failed', 2],
    ],
  );
  assert.deepEqual(second.scenarios[1]?.error, {
    step: 'throughout the scenario',
    message: `${violation().message}\n${violation().message}`,
    expected: null,
    observed: null,
  });
});

test("a violation in a requirement's own scenario spoils that scenario", () => {
  const runs = [runOf(outcome(ofOne, [], { violations: [violation(one.label)] })), runOf(outcome(ofTwo))];
  const [first, second] = requirementsOf(traceOf(judged([one, two], items, runs)));
  assert.deepEqual(
    first.scenarios.map(({ verdict }) => verdict),
    ['failed'],
  );
  assert.deepEqual([first.verdict, second.verdict], ['failed', 'passed']);
});

test('blame that one shard found stays when shards are merged', () => {
  const shard = (index: number, run: ReturnType<typeof runOf>) => ({
    from: `reports/${index}`,
    trace: traceOf(judged([one, two], items, [run]), {
      selection: { ...EVERYTHING, shard: { index, total: 2 } },
    }),
  });
  const merged = mergeTraces([
    shard(1, runOf(outcome(ofOne, [], { violations: [violation(two.label)] }))),
    shard(2, runOf(outcome(ofTwo))),
  ]);
  const [first, second] = requirementsOf(merged);
  assert.deepEqual([first.verdict, second.verdict], ['passed', 'failed']);
  assert.equal(merged.summary.scenarios, 2);
});
