import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ExpectationError, Expectations } from './expectations.js';

test('assertions are counted, met or not', () => {
  const expect = new Expectations();
  assert.equal(expect.count, 0);
  expect.that(true, 'it returns', '0', '0');
  assert.throws(() => {
    expect.that(false, 'it returns', '0', '1');
  });
  assert.equal(expect.count, 2);
});

test('an expectation that is not met tells what, what was expected and what was observed', () => {
  assert.throws(
    () => {
      new Expectations().that(false, 'toy_open returns 0', '0', '1');
    },
    (error) => {
      assert.ok(error instanceof ExpectationError);
      assert.deepEqual([error.expected, error.observed], ['0', '1']);
      assert.equal(error.message, 'toy_open returns 0\n  expected: 0\n  observed: 1');
      return true;
    },
  );
});

test('an expectation that is given something else than text fails with text', () => {
  const expectations = new Expectations();
  const three = 3 as unknown as string;
  assert.throws(
    () => {
      expectations.that(false, 'the count', three, undefined as unknown as string);
    },
    { name: 'ExpectationError', expected: '3', observed: 'undefined' },
  );
  assert.equal(expectations.count, 1);
});
