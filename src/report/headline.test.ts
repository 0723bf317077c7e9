import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted } from '../trace/counted.js';
import { countVerdicts } from '../trace/verdict.js';
import { toyTrace } from './testing/traces.js';
import { headlineOf, instantText, verdictWords } from './headline.js';

const trace = toyTrace();
const summary = { ...trace.summary, conforming: true };

test('a run of a part does not look like one of the whole', () => {
  const part = { ...trace.selection, underlying: ['mock'] };
  const whole = headlineOf({ ...trace, summary });
  const limited = headlineOf({ ...trace, summary, selection: part });
  assert.equal(whole.kind, limited.kind);
  assert.equal(whole.title, 'Conforming');
  assert.match(limited.title, /limited/);
});

test('what a part found wrong is wrong', () => {
  const part = { ...trace.selection, underlying: ['mock'] };
  assert.equal(headlineOf({ ...trace, selection: part }).title, 'Not conforming');
});

test('the worst verdicts come first, and one is one', () => {
  assert.equal(verdictWords(countVerdicts(['passed', 'failed', 'passed'])), '1 failed, 2 passed');
  assert.deepEqual([counted(1, 'event'), counted(0, 'event')], ['1 event', '0 events']);
});

test('a point in time is told to the minute, with its zone', () => {
  assert.equal(instantText('2026-03-01T09:30:12.345Z'), '2026-03-01 09:30 UTC');
});
