import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Log, Result } from 'sarif';
import type { RequirementTrace, Trace } from '../trace/model.js';
import { renderSarif } from './sarif.js';
import { scenarioTrace, toyTrace } from './testing/traces.js';

function runOf(trace: Trace): Log['runs'][number] {
  const log = JSON.parse(renderSarif(trace)) as Log;
  assert.equal(log.version, '2.1.0');
  const [run] = log.runs;
  assert.ok(run !== undefined);
  return run;
}

function changed(trace: Trace, fields: Partial<RequirementTrace>): Trace {
  return {
    ...trace,
    specifications: trace.specifications.map((one) => ({
      ...one,
      requirements: one.requirements.map((requirement) => ({ ...requirement, ...fields })),
    })),
  };
}

const placeOf = (result: Result | undefined) => result?.locations?.[0]?.physicalLocation;

test('each problem is a result on the line of its sentence, with a rule that has its words', () => {
  const run = runOf(toyTrace());
  const [failed, notRun] = run.results ?? [];
  assert.equal(run.results?.length, 2);
  assert.deepEqual(
    [failed?.ruleId, failed?.level, notRun?.ruleId, notRun?.level],
    ['SRS_TOY_01_001', 'error', 'SRS_TOY_01_003', 'warning'],
  );
  assert.deepEqual(placeOf(failed)?.artifactLocation, { uri: 'spec/toy.md', uriBaseId: '%SRCROOT%' });
  assert.deepEqual(placeOf(failed)?.region, { startLine: 32, endLine: 32 });
  const rule = run.tool.driver.rules?.[failed?.ruleIndex ?? -1];
  assert.equal(rule?.id, 'SRS_TOY_01_001');
  assert.equal(
    rule.fullDescription?.text,
    'If toy is NULL, toy_open shall log an error and return _FAILURE_.',
  );
  assert.equal(run.tool.driver.rules?.[notRun?.ruleIndex ?? -1]?.id, 'SRS_TOY_01_003');
});

test('the message has the step, what was expected and what was observed', () => {
  const text = runOf(toyTrace()).results?.[0]?.message.text ?? '';
  for (const line of [
    'SRS_TOY_01_001 failed: If toy is NULL',
    'Scenario: over a mock underlying IO (toy_two over mock), features/toy/toy_open.feature:12',
    'Step: Then toy_open shall return _FAILURE_',
    'Expected: anything but 0',
    'Observed: 0',
  ]) {
    assert.ok(text.includes(line), line);
  }
  assert.doesNotMatch(text, /at somewhere/);
});

test('a conforming run has no result; an interrupted one did not succeed', () => {
  const fine = changed(toyTrace(), { verdict: 'passed', scenarios: [scenarioTrace()] });
  assert.deepEqual(runOf(fine).results, []);
  assert.equal(runOf(fine).invocations?.[0]?.executionSuccessful, true);
  assert.equal(runOf(toyTrace({ complete: false })).invocations?.[0]?.executionSuccessful, false);
});

test('a file outside the folder and one with blanks have addresses too; a wordless requirement a description', () => {
  const run = runOf(changed(toyTrace(), { file: '../a b/t#y.md', text: '' }));
  assert.equal(placeOf(run.results?.[0])?.artifactLocation?.uri, '../a%20b/t%23y.md');
  assert.equal(run.tool.driver.rules?.[0]?.shortDescription?.text, '(no text)');
});
