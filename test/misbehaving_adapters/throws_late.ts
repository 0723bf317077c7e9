import { misbehaving, type Expected } from './misbehaving.js';

export const expected: Expected = {
  verdict: 'crashed',
  reason: 'an exception was not caught: Error: too late',
  message: 'throws_late',
};

export const adapter = misbehaving('throws_late', () => {
  setTimeout(() => {
    throw new Error('too late');
  }, 5);
});
