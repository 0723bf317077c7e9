import assert from 'node:assert/strict';
import { test } from 'node:test';
import { item, outcome, runOf, scenario, showing } from './fixtures/sample.js';
import { concludeProof, foundBy, isGreen, noticedBy } from './proof.js';

const LOG = 'toy_open shall log';
const RETURN = 'toy_open shall return 0';
const DUTIES = [LOG, RETURN];
const LABEL = 'SRS_TOY_01_001';
const planned = showing(scenario(5, [LABEL], LOG, RETURN), [item(LABEL, LOG, RETURN)]);
const difference = { expected: '0', observed: '1' };

test('a broken adapter is found at the duty whose step failed, by assertion', () => {
  const atLog = runOf(outcome(planned, ['FAILED', 'SKIPPED'], { difference }));
  assert.deepEqual(foundBy(atLog, LABEL, DUTIES), [true, false]);
  assert.deepEqual(foundBy(runOf(outcome(planned, ['FAILED'], { difference })), LABEL, DUTIES), [
    false,
    true,
  ]);
});

test('what passes, throws, dies or could not be prepared finds nothing', () => {
  const death = { kind: 'crashed', reason: 'was ended by SIGSEGV', details: '' } as const;
  const withdrawal = { verdict: 'notRun', reason: 'could not open' } as const;
  for (const found of [
    outcome(planned),
    outcome(planned, ['FAILED']),
    outcome(planned, ['INTERRUPTED'], { death }),
    outcome(planned, ['FAILED', 'SKIPPED'], { withdrawal, difference }),
  ]) {
    assert.deepEqual(foundBy(runOf(found), LABEL, DUTIES), [false, false]);
  }
  assert.ok(isGreen(runOf(outcome(planned))));
  assert.ok(!isGreen(runOf(outcome(planned, ['FAILED']))));
});

test('a scenario with words of its own, and what a monitor lays to the requirement, count for every duty', () => {
  const byHand = scenario(9, [LABEL], 'the messages shall come in their order');
  assert.deepEqual(foundBy(runOf(outcome(byHand, ['FAILED'], { difference })), LABEL, DUTIES), [true, true]);
  const violations = [{ requirements: [LABEL], message: 'on_error came twice' }];
  assert.deepEqual(foundBy(runOf(outcome(planned, [], { violations })), LABEL, DUTIES), [true, true]);
});

test('proven at every duty, or not; the reason names the first that is not', () => {
  const strong = { text: LOG, killed: ['silent'], survived: ['idle'], noticed: [], unnoticed: [] };
  assert.deepEqual(concludeProof([strong]), { proof: 'proven', reason: null });
  const weak = { text: RETURN, killed: [], survived: ['idle'], noticed: [], unnoticed: [] };
  assert.equal(concludeProof([strong, weak]).proof, 'unproven');
  assert.match(concludeProof([strong, weak]).reason ?? '', /return 0": its scenarios find none/);
  assert.match(concludeProof([{ ...weak, survived: [] }]).reason ?? '', /no broken adapter is derived/);
});

test('a value that can be changed without notice is no proof, one that is noticed is', () => {
  const duty = { text: RETURN, killed: [], survived: ['idle'], noticed: ['1 in place of 0'], unnoticed: [] };
  assert.equal(concludeProof([duty]).proof, 'proven');
  const deaf = { ...duty, killed: ['idle'], unnoticed: ['2 in place of 0'] };
  assert.deepEqual(concludeProof([deaf]), {
    proof: 'unproven',
    reason: `"${RETURN}": passes with 2 in place of 0 as well`,
  });
});

test('a changed value is noticed where its step fails by assertion, and is not where the step passes', () => {
  const failed = runOf(outcome(planned, ['PASSED', 'FAILED'], { difference }));
  const passed = runOf(outcome(planned));
  const notReached = runOf(outcome(planned, ['FAILED', 'SKIPPED'], { difference }));
  assert.equal(noticedBy([passed, failed], LABEL, DUTIES, 1), true);
  assert.equal(noticedBy([passed, notReached], LABEL, DUTIES, 1), false);
  assert.equal(noticedBy([notReached], LABEL, DUTIES, 1), null);
});
