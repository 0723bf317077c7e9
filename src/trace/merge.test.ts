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
import { mergeTraces, type ReadTrace } from './merge.js';

const one = requirement(1);
const two = requirement(2);
const items = [item(one.label, 'toy_open shall log'), item(two.label, 'toy_open shall log')];
const log = (line: number, label: string, status: 'PASSED' | 'FAILED' = 'PASSED', adapter = 'toy_one') =>
  runOf(outcome(scenario(line, [label], 'toy_open shall log'), [status]), adapter);

function shard(index: number, total: number, runs: readonly ReturnType<typeof log>[]): ReadTrace {
  const selection = { ...EVERYTHING, shard: { index, total } };
  return { from: `reports/${index}`, trace: traceOf(judged([one, two], items, runs), { selection }) };
}

test('shards make the whole: a requirement has the scenarios of all of them', () => {
  const merged = mergeTraces([
    shard(1, 2, [log(1, one.label), log(5, two.label, 'FAILED')]),
    shard(2, 2, [log(3, one.label)]),
  ]);
  const [first, second] = merged.specifications[0]?.requirements ?? [];
  assert.deepEqual(
    first?.scenarios.map(({ line }) => line),
    [1, 3],
  );
  assert.equal(first.verdict, 'passed');
  assert.equal(second?.verdict, 'failed');
  assert.deepEqual(second.obligations, [{ text: 'toy_open shall log', verdict: 'failed' }]);
  assert.equal(merged.summary.scenarios, 3);
  assert.equal(merged.summary.verdicts.failed, 1);
  assert.equal(merged.selection.shard, null);
  assert.equal(merged.adapters.length, 1);
});

test('what no shard ran is missing from the whole, however green each shard was', () => {
  const shards = [shard(1, 2, [log(1, one.label)]), shard(2, 2, [log(3, one.label)])];
  assert.ok(shards.every(({ trace }) => trace.summary.conforming));
  const merged = mergeTraces(shards);
  assert.equal(merged.summary.conforming, false);
  assert.equal(merged.specifications[0]?.requirements[1]?.verdict, 'notRun');
});

test('what the runs were limited to is put together', () => {
  const limited = (tags: string | null): ReadTrace => ({
    from: 'reports',
    trace: traceOf(judged([one, two], items, [log(1, one.label)]), { selection: { ...EVERYTHING, tags } }),
  });
  const tagsOf = (...tags: readonly (string | null)[]): string | null =>
    mergeTraces(tags.map(limited)).selection.tags;
  assert.equal(tagsOf('not @long', 'not @long'), 'not @long');
  assert.equal(tagsOf('@long', '@a and @b'), '(@long) or (@a and @b)');
  assert.equal(tagsOf('@long', null), null);
});

test('a missing shard is an error that names it, as is one of another number', () => {
  assert.throws(() => mergeTraces([shard(1, 3, []), shard(3, 3, [])]), /shard 2 of 3 is missing/);
  assert.throws(() => mergeTraces([shard(1, 1, [])].concat(shard(1, 2, []))), /does not go with shards of 1/);
});

test('shards of runs that were asked for different things complete nothing', () => {
  const limited = (index: number, tags: string | null): ReadTrace => {
    const selection = { ...EVERYTHING, tags, shard: { index, total: 2 } };
    return {
      from: 'reports',
      trace: traceOf(judged([one, two], items, [log(1, one.label)]), { selection }),
    };
  };
  assert.throws(() => mergeTraces([limited(1, null), limited(2, '@a')]), /shard 2 of 2 is missing/);
  assert.doesNotThrow(() => mergeTraces([limited(1, '@a'), limited(2, '@a')]));
});

test('doubles are dropped, the worse kept; adapters stay apart', () => {
  const whole = (runs: readonly ReturnType<typeof log>[]): ReadTrace => ({
    from: 'reports',
    trace: traceOf(judged([one, two], items, runs)),
  });
  const merged = mergeTraces([
    whole([log(1, one.label), log(5, two.label)]),
    whole([log(1, one.label, 'FAILED'), log(5, two.label, 'PASSED', 'toy_two')]),
  ]);
  const [first, second] = merged.specifications[0]?.requirements ?? [];
  assert.deepEqual(
    first?.scenarios.map(({ verdict }) => verdict),
    ['failed'],
  );
  assert.equal(second?.scenarios.length, 2);
});

test('different versions of one document do not merge', () => {
  const trace = traceOf(judged([one, two], items, [log(1, one.label)]));
  const changed = {
    ...trace,
    specifications: trace.specifications.map((specification) => ({
      ...specification,
      sha256: 'b'.repeat(64),
    })),
  };
  assert.throws(
    () =>
      mergeTraces([
        { from: 'a', trace },
        { from: 'b', trace: changed },
      ]),
    /b: toy\.md changed/,
  );
});

test('a scenario that could not be prepared in one run is not made good by another', () => {
  const withdrawal = { verdict: 'notRun', reason: 'could not bring the toy into OPEN' } as const;
  const planned = scenario(1, [one.label], 'toy_open shall log');
  const unprepared = runOf(outcome(planned, ['FAILED', 'SKIPPED'], { withdrawal }));
  const runs = [[runOf(outcome(planned))], [unprepared], []].map((list, index) => ({
    from: `reports/${index}`,
    trace: traceOf(judged([one], items.slice(0, 1), list)),
  }));
  for (const order of [runs, [...runs].reverse()]) {
    const [first] = mergeTraces(order).specifications[0]?.requirements ?? [];
    assert.deepEqual(
      first?.scenarios.map(({ verdict }) => verdict),
      ['notRun'],
    );
  }
});

test('a scenario that one machine lacks the underlying IO for is as the other one found it', () => {
  const lacking = runOf(
    outcome(scenario(1, [one.label], 'toy_open shall log'), ['FAILED'], {
      withdrawal: { verdict: 'unavailable', reason: 'no library', isThrown: true },
    }),
  );
  const on = (...runs: readonly ReturnType<typeof log>[]): ReadTrace => ({
    from: 'reports',
    trace: traceOf(judged([one], items.slice(0, 1), runs)),
  });
  const verdictOf = (...runs: readonly ReadTrace[]) =>
    mergeTraces(runs).specifications[0]?.requirements[0]?.verdict;
  for (const status of ['PASSED', 'FAILED'] as const) {
    const found = on(log(1, one.label, status));
    assert.equal(verdictOf(on(lacking), found), status.toLowerCase());
    assert.equal(verdictOf(found, on(lacking)), status.toLowerCase());
  }
  assert.equal(verdictOf(on(lacking), on()), 'unavailable');
});
