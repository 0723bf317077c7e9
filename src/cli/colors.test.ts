import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isColorful } from './colors.js';

const COLORFUL = () => true;
const PLAIN = () => false;

test('colours on a terminal that has them', () => {
  assert.equal(isColorful({ isTTY: true, hasColors: COLORFUL }), true);
});

test('no colours on a terminal without', () => {
  assert.equal(isColorful({ isTTY: true, hasColors: PLAIN }), false);
});

test('no colours into a pipe, whose stream knows nothing of terminals, whatever the environment says', () => {
  const before = process.env.CI;
  process.env.CI = 'true';
  try {
    assert.equal(isColorful({}), false);
  } finally {
    if (before === undefined) delete process.env.CI;
    else process.env.CI = before;
  }
});
