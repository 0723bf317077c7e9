import { writeSync } from 'node:fs';
import { misbehaving, type Expected } from './misbehaving.js';

export const expected: Expected = {
  verdict: 'crashed',
  reason: 'was ended by SIGKILL',
  message: 'last words',
};

export const adapter = misbehaving('kills_its_process', () => {
  writeSync(2, 'last words\n');
  process.kill(process.pid, 'SIGKILL');
});
