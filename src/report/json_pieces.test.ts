import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jsonPieces } from './json_pieces.js';

test('the pieces together are what JSON.stringify gives, at every depth', () => {
  const value = {
    none: null,
    absent: undefined,
    empty: [{}, [], ''],
    'a "name"': { text: 'two\nlines', numbers: [1, 2.5], deeper: [{ list: [true, { x: [[]] }] }] },
  };
  for (let depth = 0; depth < 8; depth += 1) {
    assert.equal([...jsonPieces(value, depth)].join(''), JSON.stringify(value, null, 1), `depth ${depth}`);
  }
  assert.ok([...jsonPieces(value, 3)].length > 10);
});
