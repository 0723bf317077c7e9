import assert from 'node:assert/strict';
import { test } from 'node:test';
import { progressOn } from './progress.js';

function shown(isTTY: boolean, total: number): readonly string[] {
  const written: string[] = [];
  const progress = progressOn({ isTTY, write: (text) => written.push(text) });
  for (let settled = 1; settled <= total; settled += 1) progress({ settled, total });
  return written;
}

test('without a terminal a line comes now and then, and at the end', () => {
  assert.deepEqual(shown(false, 250), [
    '1 of 250 scenarios\n',
    '101 of 250 scenarios\n',
    '201 of 250 scenarios\n',
    '250 of 250 scenarios\n',
  ]);
  assert.ok(shown(false, 5000).length <= 12);
});

test('on a terminal one line is overwritten, and gone at the end', () => {
  const written = shown(true, 3);
  assert.equal(written.length, 3);
  assert.ok(written.every((text) => text.startsWith('\r')));
  assert.doesNotMatch(written[2] ?? '', /scenarios/);
});
