import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Requirement } from '../specification/model.js';
import { toyDocument } from '../stage/fixtures/toy.js';
import { suspicionsOf } from './derive.js';
import { nameOf } from './mutation.js';

function requirement(about: string): Requirement {
  return {
    id: about,
    occurrence: 1,
    label: about,
    text: '',
    markdown: '',
    listing: '',
    slice: { file: 'toy.md', line: 1, column: 1, endLine: 1, start: 0, end: 1 },
    section: [],
    function: about,
    parent: null,
  };
}

const document = { ...toyDocument, requirements: ['toy_create', 'toy_send'].map(requirement) };

function derived(
  obligation: string,
  conditions: readonly string[],
  subject: string | null,
): readonly string[] {
  const found = suspicionsOf({ conditions, obligations: [obligation] }, subject, document);
  return found.flatMap(({ mutations }) => mutations.map(nameOf));
}

test('a refusal is broken by a removed guard, by silence, and by another result', () => {
  const conditions = ['the buffer parameter is NULL'];
  assert.deepEqual(derived('toy_send shall log an error', conditions, 'toy_send'), [
    'toy_send does nothing, as if it had succeeded',
    'toy_send swallows its log lines',
    'toy_send succeeds although buffer is NULL',
  ]);
  assert.deepEqual(derived('toy_send shall return _FAILURE_', conditions, 'toy_send'), [
    'toy_send does nothing, as if it had succeeded',
    'toy_send returns success for failure, and failure for success',
    'toy_send succeeds although buffer is NULL',
  ]);
});

test('a callback is broken in every way, in its result only where it has one', () => {
  const defects = (name: string) =>
    derived(`the toy shall call ${name}`, [], 'toy_send')
      .filter((one) => one.startsWith(name))
      .map((one) => one.slice(name.length + 1));
  const common = [
    'is never called',
    'is called twice',
    'is called one call later',
    'comes at the end of a call, the last first',
    'gets another context',
  ];
  assert.deepEqual(defects('on_error'), common);
  assert.deepEqual(defects('on_send_complete'), [...common, 'gets another result']);
});

test('an absence is broken by a call too many; a sentence about no function may be broken by any', () => {
  const forbidden = derived('on_error shall not be called', [], 'toy_send');
  assert.ok(forbidden.includes('toy_send logs an error and calls every callback, besides its work'));
  assert.deepEqual(derived('the sun shall shine', [], null), [
    'toy_create does nothing, as if it had succeeded',
    'toy_send does nothing, as if it had succeeded',
  ]);
  assert.ok(
    derived('the toy shall pass the on_error_context', [], null).includes('on_error gets another context'),
  );
});
