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

const LOG = 'toy_open shall log';
const [one, two] = [requirement(1), requirement(2)];
const items = [item(one.label, LOG), item(two.label, LOG)];
const shown = runOf(outcome(scenario(1, [one.label], LOG)));
const planned = scenario(5, [two.label], LOG);
const unprepared = runOf(
  outcome(planned, ['FAILED', 'SKIPPED'], {
    withdrawal: { verdict: 'notRun', reason: 'could not bring the toy into OPEN: it is in CLOSED' },
  }),
);
const part = { ...EVERYTHING, underlying: ['mock'] };

test('a run of a part may leave a requirement out, and a whole run may not', () => {
  assert.equal(traceOf(judged([one, two], items, [shown]), { selection: part }).summary.conforming, true);
  assert.equal(traceOf(judged([one, two], items, [shown])).summary.conforming, false);
});

test('what could not be prepared is not run and never conforming, in a run of a part either', () => {
  const trace = traceOf(judged([one, two], items, [shown, unprepared]), { selection: part });
  assert.equal(trace.summary.conforming, false);
  const [, second] = trace.specifications[0]?.requirements ?? [];
  assert.equal(second?.verdict, 'notRun');
  assert.equal(second.reason, 'could not bring the toy into OPEN: it is in CLOSED');
  assert.deepEqual(
    second.obligations.map(({ verdict }) => verdict),
    ['notRun'],
  );
});

test('a requirement that is shown in one scenario and could not be prepared in another is not passed', () => {
  const also = runOf(outcome(scenario(9, [two.label], LOG)));
  const trace = traceOf(judged([one, two], items, [shown, also, unprepared]));
  assert.equal(trace.specifications[0]?.requirements[1]?.verdict, 'notRun');
});
