import { collapsed } from '../../visible.js';
import { placeOf } from '../document.js';
import type { LintRule } from '../rule.js';

/** "callback callback", "Then … shall then", ".." at the end of a sentence. */
const REPEATS: readonly { readonly pattern: RegExp; readonly message: (words: string) => string }[] = [
  {
    pattern: /(?<![\w.])(?!(?:that|had)\b)([A-Za-z]{2,})\s+\1(?![\w(])/i,
    message: (words) => `"${collapsed(words)}": the word stands twice`,
  },
  {
    pattern: /^Then [^.;]{1,200}? (?:shall|should|must) then\b/,
    message: () => '"Then … then": the word stands twice',
  },
  {
    pattern: /(?<=\w|\W\))(?<!\.)(?:\.\.|,,|;;)(?=\s|$)/,
    message: (words) => `"${words}": the mark stands twice`,
  },
];

export const repeatedWord: LintRule = {
  id: 'repeated-word',
  severity: 'warning',
  finds:
    'a word or a mark that stands twice in a requirement ("callback callback", "Then it shall then", "..")',
  why: 'Something else was meant in one of the two places, or the sentence was edited and not read again.',
  bad: '**SRS_TOY_01_001: [** `toy_open` shall call the open callback callback. **]**',
  good: '**SRS_TOY_01_001: [** `toy_open` shall call the open callback. **]**',
  check: (document) =>
    document.requirements
      .filter(({ listing }) => listing === '')
      .flatMap((requirement) =>
        REPEATS.flatMap(({ pattern, message }) => {
          const words = pattern.exec(requirement.text)?.[0];
          if (words === undefined) return [];
          return [{ message: message(words), slice: placeOf(document, requirement, words) }];
        }),
      ),
};
