import type { LintRule } from '../rule.js';

export const textBehindCloser: LintRule = {
  id: 'text-behind-closer',
  severity: 'warning',
  finds: 'a sentence that goes on behind its closing marker: a colon, semicolon or comma stands there',
  why: 'What belongs to the sentence (the list behind the colon, the other half) is no part of the requirement.',
  bad: '**SRS_TOY_01_001: [** `toy_open` shall return **]**:\n\n- **SRS_TOY_01_002: [** 0 on success, which it shall report **]**',
  good: '**SRS_TOY_01_001: [** `toy_open` shall return: **]**\n\n- **SRS_TOY_01_002: [** 0 on success, which it shall report **]**',
  check: ({ requirements, document: { text, positions } }) =>
    requirements.flatMap(({ id, slice }) => {
      const mark = /^[ \t]{0,2}([:;,])(?=\s|$)/.exec(text.slice(slice.end, slice.end + 4));
      if (mark === null) return [];
      const name = { ':': 'a colon', ';': 'a semicolon', ',': 'a comma' }[mark[1] ?? ':'] ?? 'a mark';
      return [
        {
          message: `${name} behind the closing marker: the sentence of ${id} goes on outside of it`,
          slice: positions.slice(slice.end, slice.end + mark[0].length),
        },
      ];
    }),
};
