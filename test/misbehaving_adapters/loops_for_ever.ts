import { writeSync } from 'node:fs';
import { misbehaving, type Expected } from './misbehaving.js';

export const expected: Expected = {
  verdict: 'hung',
  reason: 'reported nothing until its time was up',
  message: 'round and round',
  timeout: 4,
};

export const adapter = misbehaving('loops_for_ever', () => {
  writeSync(2, 'round and round\n');
  for (;;);
});
