import { createServer } from 'node:net';
import { misbehaving, type Expected } from './misbehaving.js';

export const expected: Expected = { verdict: 'failed', reason: 'the scenario left behind: ' };

export const adapter = misbehaving('leaves_timer_and_socket', () => {
  createServer().listen(0, '127.0.0.1');
  setInterval(() => undefined, 10);
});
