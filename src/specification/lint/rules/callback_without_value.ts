import { callbackCalls } from '../callbacks.js';
import { placeOf } from '../document.js';
import { groupedBy } from '../grouping.js';
import { quoted } from '../names.js';
import type { LintRule } from '../rule.js';

/** Calls with a value that make it usual. */
const USUAL = 2;

export const callbackWithoutValue: LintRule = {
  id: 'callback-without-value',
  severity: 'warning',
  finds: 'a call of a callback that names no value where every other sentence names one',
  why: 'Which of the values is meant is left open.',
  bad: '**SRS_TOY_01_001: [** On success `on_toy_open` shall be called with `TOY_OK`. **]**\n\n**SRS_TOY_01_002: [** On failure `on_toy_open` shall be called with `TOY_ERROR`. **]**\n\n**SRS_TOY_01_003: [** If the toy is lost, `on_toy_open` shall be called. **]**',
  good: '**SRS_TOY_01_001: [** On success `on_toy_open` shall be called with `TOY_OK`. **]**\n\n**SRS_TOY_01_002: [** On failure `on_toy_open` shall be called with `TOY_ERROR`. **]**\n\n**SRS_TOY_01_003: [** If the toy is lost, `on_toy_open` shall be called with `TOY_LOST`. **]**',
  check: (document) =>
    [...groupedBy(callbackCalls(document), ({ callback }) => callback).values()].flatMap((calls) => {
      const without = calls.filter(({ values }) => values.length === 0);
      if (without.length !== 1 || calls.length - without.length < USUAL) return [];
      return without.map(({ requirement, callback }) => ({
        message: `the call of ${quoted(callback)} names no value; all others do`,
        slice: placeOf(document, requirement, callback),
      }));
    }),
};
