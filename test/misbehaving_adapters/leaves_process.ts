import { spawn } from 'node:child_process';
import { misbehaving, type Expected } from './misbehaving.js';

export const expected: Expected = { verdict: 'failed', reason: 'the scenario left behind: ' };

export const adapter = misbehaving('leaves_process', () => {
  spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
});
