import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { resources, untilQuiet } from './quiet.js';

test('a loop that holds no more than before is quiet', async () => {
  assert.deepEqual(await untilQuiet(resources(), 1_000), []);
});

test('a timer that ends in time is waited for', async () => {
  const baseline = resources();
  let fired = false;
  setTimeout(() => {
    fired = true;
  }, 30);
  assert.deepEqual(await untilQuiet(baseline, 5_000), []);
  assert.equal(fired, true);
});

test('what is still there at the deadline is named by its kind', async () => {
  const baseline = resources();
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const left = await untilQuiet(baseline, 30);
  assert.deepEqual(left, ['1 TCPServerWrap']);
  await new Promise((resolve) => server.close(resolve));
  assert.deepEqual(await untilQuiet(baseline, 1_000), []);
});

test('a rejection on its way comes out before the loop counts as quiet', async () => {
  let caught = false;
  setImmediate(() => {
    void Promise.reject(new Error('late')).catch(() => {
      caught = true;
    });
  });
  await untilQuiet(resources(), 1_000);
  assert.equal(caught, true);
});
