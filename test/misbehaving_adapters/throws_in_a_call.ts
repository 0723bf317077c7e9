import { misbehaving, type Expected } from './misbehaving.js';

export const expected: Expected = { verdict: 'failed', reason: 'no luck', message: 'no luck' };

export const adapter = misbehaving('throws_in_a_call', () => {
  throw new Error('no luck');
});
