import { misbehaving, type Expected } from './misbehaving.js';

export const expected: Expected = { verdict: 'crashed', reason: 'exited early with status 0' };

export const adapter = misbehaving('exits_with_0', () => process.exit(0));
