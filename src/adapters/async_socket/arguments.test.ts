import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defectOfBuffers } from './arguments.js';
import { UINT32_MAX } from './async_socket.js';

const good = { buffer: Buffer.from('good'), length: 4 };

test('buffers that hold what they say are good, as is a part of them', () => {
  assert.equal(defectOfBuffers([good, { ...good, length: 1 }], 2), null);
  assert.equal(defectOfBuffers([good, { buffer: null, length: 0 }], 1), null);
});

test('buffers that are wrong are named', () => {
  const cases: readonly (readonly [RegExp, ...Parameters<typeof defectOfBuffers>])[] = [
    [/NULL/, null, 1],
    [/is 0/, [good], 0],
    [/not the number/, [good], 2],
    [/entry 1 is NULL/, [good, { buffer: null, length: 1 }], 2],
    [/entry 1 is 0/, [good, { ...good, length: 0 }], 2],
    [/UINT32_MAX/, [{ ...good, length: UINT32_MAX }, good], 2],
    [/UINT32_MAX/, [{ ...good, length: NaN }], 1],
    [/within/, [{ ...good, length: 5 }], 1],
    [/within/, [{ ...good, length: 1.5 }], 1],
    [/within/, [{ ...good, length: -1 }], 1],
  ];
  for (const [message, ...given] of cases) assert.match(defectOfBuffers(...given) ?? 'nothing', message);
});
