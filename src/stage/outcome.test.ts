import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toyDocument } from './fixtures/toy.js';
import { observed, outcome } from './outcome.js';

const prototypeOf = (name: string) => toyDocument.prototypes.find((one) => one.name === name) ?? null;

const CASES: readonly {
  readonly words: string;
  readonly of?: string;
  readonly holds: readonly unknown[];
  readonly not: readonly unknown[];
}[] = [
  { words: '_FAILURE_', of: 'toy_send', holds: [1, -1, 42], not: [0, null, undefined, '1'] },
  { words: 'MU_FAILURE', of: 'toy_send', holds: [1], not: [0] },
  { words: '_FAILURE_', of: 'toy_create', holds: [null], not: [1, {}, undefined] },
  { words: 'NULL', holds: [null], not: [0, undefined, {}] },
  { words: '0', holds: [0], not: [1, null, '0', false] },
  { words: '0xffff', holds: [65535], not: [0] },
  { words: '-1', holds: [-1], not: [1] },
  { words: 'a non-zero value', holds: [1, -7], not: [0, null] },
  { words: 'a non-NULL handle', holds: [{}], not: [null, undefined] },
  { words: '`SEND_OK`', holds: ['SEND_OK'], not: ['SEND_CANCELLED', 0] },
];

for (const { words, of = '', holds, not } of CASES) {
  test(`${words}${of === '' ? '' : ` of ${of}`}`, () => {
    const wanted = outcome(words, toyDocument, prototypeOf(of));
    assert.ok(wanted !== null);
    for (const value of holds) assert.equal(wanted.holds(value), true, `${String(value)} should hold`);
    for (const value of not) assert.equal(wanted.holds(value), false, `${String(value)} should not hold`);
  });
}

test('a function that returns an enumeration fails with every value that is no OK', () => {
  const send = prototypeOf('toy_send');
  assert.ok(send !== null);
  const wanted = outcome('_FAILURE_', toyDocument, { ...send, returnType: 'RESULT' });
  assert.equal(wanted?.expected, '_FAILURE_ (SEND_CANCELLED)');
  assert.deepEqual(
    ['SEND_CANCELLED', 'SEND_OK', 'SEND_LATER', 1].map((value) => wanted.holds(value)),
    [true, false, false, false],
  );
});

test('words that are no value of the document have no outcome', () => {
  for (const words of ['SEND_LATER', 'immediately', '0 or 1', '']) {
    assert.equal(outcome(words, toyDocument, null), null, words);
  }
});

test('an observed value reads like the expected one', () => {
  assert.deepEqual([undefined, null, 'SEND_OK', 1].map(observed), ['nothing', 'NULL', 'SEND_OK', '1']);
});
