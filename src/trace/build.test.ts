import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ScenarioRun } from '../run/run.js';
import type { ComposedItem } from '../scenario/model.js';
import {
  EVERYTHING,
  item,
  judged,
  outcome,
  requirement,
  runOf,
  scenario,
  specification,
  traceOf,
} from './fixtures/sample.js';
import type { RequirementTrace, Trace } from './model.js';
import { requireTrace } from './schema.js';

const LOG = 'toy_open shall log';
const RETURN = 'toy_open shall return 0';
const withdrawal = { verdict: 'notApplicable', reason: 'asynchronousClose is false' } as const;
const unseen = { verdict: 'unobservable', reason: 'no seam' } as const;

function first(trace: Trace): RequirementTrace {
  const found = trace.specifications[0]?.requirements[0];
  assert.ok(found !== undefined);
  return found;
}

const one = requirement(1);
const withLog = item(one.label, LOG);

test('a requirement takes the worst of its applicable scenarios', () => {
  const good = runOf(outcome(scenario(1, [one.label], LOG)));
  const away = runOf(outcome(scenario(2, [one.label], LOG), ['SKIPPED'], { withdrawal }));
  const bad = runOf(outcome(scenario(3, [one.label], LOG), ['FAILED']));
  assert.equal(first(traceOf(judged([one], [withLog], [good, away]))).verdict, 'passed');
  assert.equal(first(traceOf(judged([one], [withLog], [good, away, bad]))).verdict, 'failed');
  const none = first(traceOf(judged([one], [withLog], [away])));
  assert.equal(none.verdict, 'notApplicable');
  assert.equal(none.reason, withdrawal.reason);
});

test('what one adapter can not show is not made good by another', () => {
  const hidden = outcome(scenario(1, [one.label], LOG), ['SKIPPED'], { withdrawal: unseen });
  const shown = outcome(scenario(2, [one.label], LOG));
  const sameAdapter = traceOf(judged([one], [withLog], [runOf(hidden), runOf(shown)]));
  assert.equal(first(sameAdapter).verdict, 'passed');
  const twoAdapters = traceOf(judged([one], [withLog], [runOf(hidden, 'toy_one'), runOf(shown, 'toy_two')]));
  assert.equal(first(twoAdapters).verdict, 'unobservable');
});

test('what the machine lacks makes no requirement fail and none passed, and is no executed scenario', () => {
  const lacking = outcome(scenario(1, [one.label], LOG), ['FAILED'], {
    withdrawal: { verdict: 'unavailable', reason: 'no library', isThrown: true },
  });
  const shown = outcome(scenario(2, [one.label], LOG));
  const broken = outcome(scenario(3, [one.label], LOG), ['FAILED']);
  const hidden = outcome(scenario(4, [one.label], LOG), ['SKIPPED'], { withdrawal: unseen });
  const verdictOf = (...runs: readonly ScenarioRun[]) =>
    first(traceOf(judged([one], [withLog], runs))).verdict;
  assert.equal(verdictOf(runOf(lacking), runOf(shown)), 'passed');
  assert.equal(verdictOf(runOf(lacking, 'toy_one'), runOf(shown, 'toy_two')), 'passed');
  assert.equal(verdictOf(runOf(lacking), runOf(broken)), 'failed');
  assert.equal(verdictOf(runOf(lacking), runOf(hidden)), 'unobservable');
  const alone = traceOf(judged([one], [withLog], [runOf(lacking)]));
  assert.equal(first(alone).verdict, 'unavailable');
  assert.equal(first(alone).reason, 'no library');
  assert.deepEqual(
    first(alone).obligations.map(({ verdict }) => verdict),
    ['unavailable'],
  );
  assert.equal(alone.summary.conforming, false);
});

test('a duty that only the lacking underlying IO could show keeps the requirement from passing, and the run conforms', () => {
  const lacking = outcome(scenario(1, [one.label], LOG, RETURN), ['FAILED', 'SKIPPED'], {
    withdrawal: { verdict: 'unavailable', reason: 'no library', isThrown: true },
  });
  const shown = outcome(scenario(2, [one.label], LOG));
  const trace = traceOf(judged([one], [item(one.label, LOG, RETURN)], [runOf(lacking), runOf(shown)]));
  assert.equal(first(trace).verdict, 'unavailable');
  assert.equal(trace.summary.conforming, true);
});

test('an obligation is judged by the steps that say it, and one that no step says keeps the requirement from passing', () => {
  const run = runOf(outcome(scenario(1, [one.label], LOG, RETURN), ['FAILED']));
  const trace = first(traceOf(judged([one], [item(one.label, LOG, RETURN)], [run])));
  assert.deepEqual(trace.obligations, [
    { text: LOG, verdict: 'passed' },
    { text: RETURN, verdict: 'failed' },
  ]);
  const green = runOf(outcome(scenario(1, [one.label], LOG)));
  const silent = first(traceOf(judged([one], [item(one.label, LOG, RETURN)], [green])));
  assert.equal(silent.verdict, 'notRun');
  assert.match(silent.reason ?? '', /toy_open shall return 0/);
});

test('children count for their parent, which may have no scenario of its own', () => {
  const child = requirement(2, { parent: one.label });
  const grandchild = requirement(3, { parent: child.label });
  const items = [item(one.label), item(child.label, LOG), item(grandchild.label, LOG)];
  const runs = [
    runOf(outcome(scenario(2, [child.label], LOG))),
    runOf(outcome(scenario(3, [grandchild.label], LOG), ['FAILED'])),
  ];
  const parent = first(traceOf(judged([one, child, grandchild], items, runs)));
  assert.equal(parent.verdict, 'failed');
  assert.match(parent.reason ?? '', /SRS_TOY_01_002: SRS_TOY_01_003/);
  const green = first(traceOf(judged([one, child], items.slice(0, 2), runs.slice(0, 1))));
  assert.equal(green.verdict, 'passed');
});

test('a requirement without a scenario was not run, and the run does not conform', () => {
  const trace = traceOf(judged([one], [withLog], []));
  assert.equal(first(trace).verdict, 'notRun');
  assert.equal(trace.summary.conforming, false);
});

test('a shard leaves requirements out and may conform; one that executed nothing does not', () => {
  const two = requirement(2);
  const items = [withLog, item(two.label, LOG)];
  const run = runOf(outcome(scenario(1, [one.label], LOG)));
  const selection = { ...EVERYTHING, shard: { index: 1, total: 2 } };
  assert.equal(traceOf(judged([one, two], items, [run]), { selection }).summary.conforming, true);
  assert.equal(traceOf(judged([one, two], items, [run])).summary.conforming, false);
  assert.equal(traceOf(judged([one, two], items, []), { selection }).summary.conforming, false);
});

test('an interrupted run never conforms', () => {
  const run = runOf(outcome(scenario(1, [one.label], LOG)));
  assert.equal(traceOf(judged([one], [withLog], [run])).summary.conforming, true);
  assert.equal(traceOf(judged([one], [withLog], [run]), { complete: false }).summary.conforming, false);
});

test('cells and call sequences are judged like requirements, and a scenario counts once', () => {
  const { transitions, sequences } = specification([]);
  const [[cell], [sequence]] = [transitions, sequences];
  assert.ok(cell !== undefined && sequence !== undefined);
  const { clauses } = withLog;
  const items: readonly ComposedItem[] = [
    { kind: 'transition', label: cell.label, clauses, place: cell },
    { kind: 'sequence', label: sequence.label, clauses, place: sequence },
  ];
  const run = runOf(outcome(scenario(1, ['OPEN/toy_open', 'sequence/connect'], LOG)));
  const trace = traceOf(judged([], items, [run]));
  assert.deepEqual(
    trace.specifications[0]?.requirements.map(({ id, line, text, verdict }) => ({ id, line, text, verdict })),
    [
      { id: 'OPEN/toy_open', line: 90, text: 'fails', verdict: 'passed' },
      { id: 'sequence/connect', line: 95, text: 'Connect example', verdict: 'passed' },
    ],
  );
  assert.equal(trace.summary.scenarios, 1);
});

test('a trace keeps its own schema, and the schema refuses what is none', () => {
  const trace = traceOf(
    judged([one], [withLog], [runOf(outcome(scenario(1, [one.label], LOG), ['FAILED']))]),
  );
  assert.doesNotThrow(() => requireTrace(JSON.parse(JSON.stringify(trace)), 'here'));
  assert.throws(
    () => requireTrace({ ...trace, schemaVersion: 2 }, 'there'),
    /^TraceError: there: .*schemaVersion/,
  );
  assert.throws(() => requireTrace({ ...trace, extra: 1 }, 'there'), /additional properties/);
});
