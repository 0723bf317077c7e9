import { misbehaving, type Expected } from './misbehaving.js';

export const expected: Expected = {
  verdict: 'crashed',
  reason: "no one cares, after the scenario's end",
  message: 'rejects_after_the_end',
};

/** By a timer that keeps nothing alive, so that the scenario ends before it. */
export const adapter = misbehaving('rejects_after_the_end', () => {
  setTimeout(() => void Promise.reject(new Error('no one cares')), 60).unref();
});
