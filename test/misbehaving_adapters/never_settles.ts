import { misbehaving, type Expected } from './misbehaving.js';

export const expected: Expected = {
  verdict: 'failed',
  reason: 'tlsio_create returns NULL',
  message: 'expected: NULL',
};

export const adapter = misbehaving('never_settles', () => new Promise(() => undefined));
