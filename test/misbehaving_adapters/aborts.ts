import { misbehaving, type Expected } from './misbehaving.js';

export const expected: Expected = { verdict: 'crashed', reason: 'was ended by SIGABRT' };

export const adapter = misbehaving('aborts', () => {
  process.abort();
});
