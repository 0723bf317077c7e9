import { misbehaving, type Expected } from './misbehaving.js';

export const expected: Expected = { verdict: 'passed', reason: '' };

const BLOCK = 'x'.repeat(1 << 20);

export const adapter = misbehaving('logs_a_gigabyte', (log) => {
  for (let megabytes = 0; megabytes < 1024; megabytes += 1) log('AZ_LOG_INFO', `${megabytes} ${BLOCK}`);
});
