import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Note, Notes } from './notes.js';

const sent = new Note<string[]>('nothing was sent');

test('what a step has noted is found by later steps of its scenario, and by no other', () => {
  const [one, other] = [new Notes(), new Notes()];
  one.set(sent, ['a']);
  assert.deepEqual(one.get(sent), ['a']);
  assert.equal(other.find(sent), undefined);
  assert.throws(() => other.get(sent), /^Error: nothing was sent$/);
});

test('two notes of one kind are kept apart', () => {
  const notes = new Notes();
  notes.set(sent, ['a']);
  assert.equal(notes.find(new Note<string[]>('nothing was sent')), undefined);
});

test('what is ensured is noted once', () => {
  const notes = new Notes();
  notes.ensure(sent, () => []).push('a');
  notes.ensure(sent, () => []).push('b');
  assert.deepEqual(notes.get(sent), ['a', 'b']);
});
