import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Interjections } from './interjections.js';

test('an interjection comes once, at its own moment of its own call, the oldest first', () => {
  const made: string[] = [];
  const interjections = new Interjections<string>();
  for (const what of ['first', 'second']) {
    interjections.add('send', 'before', () => {
      made.push(what);
      // One that is made meanwhile finds the next.
      if (what === 'first') interjections.run('send', 'before');
    });
  }
  interjections.run('send', 'after');
  interjections.run('recv', 'before');
  assert.deepEqual(made, []);
  interjections.run('send', 'before');
  interjections.run('send', 'before');
  assert.deepEqual(made, ['first', 'second']);
});
