import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outcome, runOf, scenario } from './fixtures/sample.js';
import { judgeScenario } from './scenario_verdict.js';

const planned = scenario(5, ['SRS_TOY_01_001'], 'toy_open shall log', 'toy_open shall return 0');

test('a scenario passes with every step passed and an assertion evaluated', () => {
  const { trace, steps } = judgeScenario(runOf(outcome(planned)));
  assert.equal(trace.verdict, 'passed');
  assert.equal(trace.error, null);
  assert.ok(steps.every(({ verdict }) => verdict === 'passed'));
});

test('a scenario without an assertion fails, whether it counted none or reported nothing', () => {
  for (const assertions of [0, null]) {
    const { trace } = judgeScenario(runOf(outcome(planned, [], { assertions })));
    assert.equal(trace.verdict, 'failed');
    assert.match(trace.reason ?? '', /no assertion/);
  }
});

test('a failed step fails its scenario, and what follows it was not run', () => {
  const difference = { expected: '0', observed: '1' };
  const { trace, steps } = judgeScenario(runOf(outcome(planned, ['FAILED', 'SKIPPED'], { difference })));
  assert.equal(trace.verdict, 'failed');
  assert.deepEqual(trace.error, {
    step: 'Then toy_open shall log',
    message: 'AssertionError: no\n    at somewhere',
    ...difference,
  });
  assert.deepEqual(
    steps.map(({ verdict }) => verdict),
    ['passed', 'passed', 'failed', 'notRun'],
  );
});

test('a withdrawn scenario takes the verdict it gives; a skipped one without a verdict fails', () => {
  const withdrawal = { verdict: 'notApplicable', reason: 'asynchronousClose is false' } as const;
  const withdrawn = judgeScenario(
    runOf(outcome(planned, ['SKIPPED', 'SKIPPED'], { withdrawal, assertions: 0 })),
  );
  assert.equal(withdrawn.trace.verdict, 'notApplicable');
  assert.equal(withdrawn.trace.reason, withdrawal.reason);
  const skipped = judgeScenario(runOf(outcome(planned, ['SKIPPED'])));
  assert.equal(skipped.trace.verdict, 'failed');
});

test('a scenario whose underlying IO the machine lacks shows nothing, though a step threw to say so', () => {
  const withdrawal = { verdict: 'unavailable', reason: 'no library', isThrown: true } as const;
  const { trace, steps } = judgeScenario(
    runOf(outcome(planned, ['FAILED', 'SKIPPED', 'SKIPPED'], { withdrawal, assertions: 0 })),
  );
  assert.equal(trace.verdict, 'unavailable');
  assert.equal(trace.reason, 'no library');
  assert.equal(trace.error, null);
  assert.deepEqual([...new Set(steps.map(({ verdict }) => verdict))], ['unavailable']);
});

test('a failure outweighs a withdrawal', () => {
  const withdrawal = { verdict: 'unobservable', reason: 'no seam' } as const;
  assert.equal(judgeScenario(runOf(outcome(planned, ['FAILED'], { withdrawal }))).trace.verdict, 'failed');
});

test('a failed hook fails the scenario although its steps passed', () => {
  const { trace } = judgeScenario(
    runOf(outcome(planned, [], { failedHooks: ['a callback came after destroy\nat x'] })),
  );
  assert.equal(trace.verdict, 'failed');
  assert.equal(trace.reason, 'a callback came after destroy');
});

test('a scenario that could not be prepared was not run, and tells how far it came', () => {
  const withdrawal = { verdict: 'notRun', reason: 'could not bring the toy into OPEN' } as const;
  const { trace, steps } = judgeScenario(
    runOf(outcome(planned, ['FAILED', 'SKIPPED', 'SKIPPED'], { withdrawal })),
  );
  assert.equal(trace.verdict, 'notRun');
  assert.equal(trace.reason, withdrawal.reason);
  assert.equal(trace.error?.step, 'When toy_open is called');
  assert.deepEqual(
    steps.map(({ verdict }) => verdict),
    ['passed', 'notRun', 'notRun', 'notRun'],
  );
});

test('undefined at run time is unbound; ambiguous and pending are failed', () => {
  const verdictOf = (status: 'UNDEFINED' | 'AMBIGUOUS' | 'PENDING') =>
    judgeScenario(runOf(outcome(planned, [status]))).trace.verdict;
  assert.equal(verdictOf('UNDEFINED'), 'unbound');
  assert.equal(verdictOf('AMBIGUOUS'), 'failed');
  assert.equal(verdictOf('PENDING'), 'failed');
});

test('a death gives its kind to the scenario and to the step that it happened in', () => {
  const death = { kind: 'hung', reason: 'reported nothing', details: 'last words' } as const;
  const { trace, steps } = judgeScenario(runOf(outcome(planned, ['INTERRUPTED', 'NOT_STARTED'], { death })));
  assert.equal(trace.verdict, 'hung');
  assert.equal(trace.error?.step, 'Then toy_open shall log');
  assert.match(trace.error.message, /last words/);
  assert.deepEqual(
    steps.map(({ verdict }) => verdict),
    ['passed', 'passed', 'hung', 'notRun'],
  );
});

test('what was not executed says why', () => {
  const bare = { scenario: planned, adapter: 'toy_one', outcome: null, repetitions: [], defect: null };
  assert.equal(judgeScenario(bare).trace.verdict, 'notRun');
  assert.match(judgeScenario({ ...bare, adapter: null }).trace.reason ?? '', /no adapter claims/);
  const defect = { reason: 'no step definition matches "x"', snippets: [], steps: [true, true, true, false] };
  const unbound = judgeScenario({ ...bare, adapter: null, defect: { ...defect, kind: 'unbound' } });
  assert.equal(unbound.trace.verdict, 'unbound');
  assert.deepEqual(
    unbound.steps.map(({ verdict }) => verdict),
    ['notRun', 'notRun', 'notRun', 'unbound'],
  );
  assert.equal(judgeScenario({ ...bare, defect: { ...defect, kind: 'ambiguous' } }).trace.verdict, 'failed');
});

test('an expectation that did not hold tells what was observed instead', () => {
  const failed = outcome(planned, ['FAILED'], {
    difference: { expected: 'an error in the log', observed: `nothing\n${'x'.repeat(300)}` },
  });
  const message = 'ExpectationError: toy_open logs an error\n  expected: an error in the log';
  const steps = failed.steps.map((step) => ({ ...step, message: step.message === null ? null : message }));
  const { reason, error } = judgeScenario(runOf({ ...failed, steps })).trace;
  assert.match(reason ?? '', /^toy_open logs an error: expected an error in the log, observed nothing x+…$/);
  assert.equal(error?.message, message);
});
