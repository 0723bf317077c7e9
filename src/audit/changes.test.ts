import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSpecification } from '../specification/index.js';
import { alteredDuty, changesIn, describeChange, withChanges } from './changes.js';

const text = [
  'SRS_TOY_01_001 is below.',
  '',
  '```c',
  'MU_DEFINE_ENUM(TOY_RESULT, TOY_OK, TOY_ERROR);',
  'typedef void (*ON_DONE)(void* context, TOY_RESULT result);',
  'int toy_send(ON_DONE on_done, void* on_done_context, ON_DONE on_error, void* on_error_context);',
  '```',
  '',
  '**SRS_TOY_01_001: [** If 3 bytes are sent, `toy_send` shall call `on_done` with `TOY_OK` and `_FAILURE_`, then 0. **]**',
  '',
].join('\n');
const toy = parseSpecification({ file: 'toy.md', text });
const [requirement] = toy.requirements;

test('every value of a sentence has another of its kind; ids and other names have none', () => {
  assert.ok(requirement);
  assert.deepEqual(changesIn(requirement.slice, toy).map(describeChange), [
    '4 in place of 3',
    'on_error in place of on_done',
    'TOY_ERROR in place of TOY_OK',
    '0 in place of _FAILURE_',
    '1 in place of 0',
  ]);
});

test('changes stand where the values stood, and nothing else changes', () => {
  assert.ok(requirement);
  const [three, , ok] = changesIn(requirement.slice, toy);
  assert.ok(three && ok);
  const expected = text.replace('If 3 bytes', 'If 4 bytes').replace('`TOY_OK` and', '`TOY_ERROR` and');
  assert.equal(withChanges(toy.text, [three, ok]), expected);
});

test('a change counts where it alters one duty and no condition', () => {
  const before = { conditions: ['3 bytes are sent'], obligations: ['a', 'b'] };
  assert.equal(alteredDuty(before, { ...before, obligations: ['a', 'c'] }), 1);
  assert.equal(alteredDuty(before, before), null);
  assert.equal(alteredDuty(before, { ...before, obligations: ['c', 'd'] }), null);
  assert.equal(alteredDuty(before, { ...before, obligations: ['a'] }), null);
  assert.equal(alteredDuty(before, { conditions: ['4 bytes are sent'], obligations: ['a', 'c'] }), null);
});
