import type { LintRule } from '../rule.js';

export const missingColon: LintRule = {
  id: 'missing-colon',
  severity: 'warning',
  finds: 'an opening marker without a colon behind the id',
  why: 'Tools that look for `**ID: [**` pass the requirement over.',
  bad: '**SRS_TOY_01_001 [** `toy_open` shall return 0. **]**',
  good: '**SRS_TOY_01_001: [** `toy_open` shall return 0. **]**',
  check: ({ openings, document: { text, positions } }) =>
    openings
      .filter(({ idStart, bracket }) => !/[:：]/.test(text.slice(idStart, bracket)))
      .map(({ id, start, end }) => ({
        message: `the colon behind ${id} is missing`,
        slice: positions.slice(start, end),
      })),
};
