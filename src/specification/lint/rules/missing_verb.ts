import { placeOf } from '../document.js';
import type { LintRule } from '../rule.js';

/** A modal verb, and behind it a word that no verb is. */
const PATTERN =
  /\b(?:shall|must|should) (?:(?:then|also|not|always|only|first) )*(?:the|an?|and|or|this|these|following)\b|\b(?:shall|must|should)(?=[.:;]?$)/;

export const missingVerb: LintRule = {
  id: 'missing-verb',
  severity: 'error',
  finds: 'a "shall" without a verb behind it ("shall the following", "shall and free")',
  why: 'What is to be done is not said.',
  bad: '**SRS_TOY_01_001: [** `toy_open` shall the lid. **]**',
  good: '**SRS_TOY_01_001: [** `toy_open` shall lift the lid. **]**',
  check: (document) =>
    document.requirements.flatMap((requirement) => {
      const words = PATTERN.exec(requirement.text)?.[0];
      if (words === undefined) return [];
      return [{ message: `"${words}": a verb is missing`, slice: placeOf(document, requirement, words) }];
    }),
};
