import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Memory } from './memory.js';
import { UnobservableError } from './preparation.js';

const taken = { capabilities: {} };

test('memory is granted until it runs short, and every request counts', () => {
  const memory = new Memory(taken);
  assert.equal(memory.allocate(3)?.length, 3);
  memory.failAfter(1);
  assert.equal(memory.allocate(5)?.length, 5);
  assert.equal(memory.allocate(7), null);
  assert.equal(memory.allocate(7), null);
  memory.grantAll();
  assert.equal(memory.allocate(9)?.length, 9);
  assert.deepEqual(memory.granted, [3, 5, 9]);
  assert.equal(memory.requests, 5);
});

test('one request is refused, and no other', () => {
  const memory = new Memory(taken);
  memory.failNext();
  assert.equal(memory.allocate(1), null);
  assert.notEqual(memory.allocate(1), null);
});

test('what is given back was granted and is given back once', () => {
  const memory = new Memory(taken);
  const block = memory.allocate(4);
  assert.ok(block !== null);
  assert.equal(memory.outstanding, 1);
  memory.release(block);
  assert.equal(memory.outstanding, 0);
  assert.throws(() => {
    memory.release(block);
  }, /not held/);
  assert.throws(() => {
    memory.release(new Uint8Array(4));
  }, /not held/);
  assert.equal(memory.outstanding, 0);
});

test('an adapter that gets its memory elsewhere shows nothing of it', () => {
  const memory = new Memory({ capabilities: { allocate: false } });
  assert.throws(() => {
    memory.failAfter(0);
  }, UnobservableError);
  assert.throws(() => {
    memory.failNext();
  }, UnobservableError);
});
