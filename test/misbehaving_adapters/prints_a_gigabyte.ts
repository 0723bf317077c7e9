import { misbehaving, type Expected } from './misbehaving.js';

export const expected: Expected = { verdict: 'passed', reason: '' };

const BLOCK = 'x'.repeat(1 << 20);

/** Half of it to each output, none of it with the end of a line. */
export const adapter = misbehaving('prints_a_gigabyte', () => {
  for (let megabytes = 0; megabytes < 512; megabytes += 1) {
    process.stdout.write(BLOCK);
    process.stderr.write(BLOCK);
  }
});
