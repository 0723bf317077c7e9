import { placeOf } from '../document.js';
import { quoted } from '../names.js';
import type { LintRule } from '../rule.js';

/** The subject of a clause. Behind a preposition ("the callback passed to f shall") stands none. */
const SUBJECT =
  /(?:^|[,:;.] |\b(?:then|otherwise|so|thus|that|and) )(?:the )?(\w+) (?:shall|must|should|will)\b/i;

export const otherFunction: LintRule = {
  id: 'other-function',
  severity: 'warning',
  finds: 'a sentence that obliges another function than the one its section is about',
  why: 'It stands in the wrong section, or it was copied and the name was left.',
  bad: '```c\nint toy_open(void);\nint toy_close(void);\n```\n\n## toy_open\n\n**SRS_TOY_01_001: [** `toy_close` shall return 0. **]**',
  good: '```c\nint toy_open(void);\nint toy_close(void);\n```\n\n## toy_open\n\n**SRS_TOY_01_001: [** `toy_open` shall return 0. **]**',
  check: (document) =>
    document.requirements.flatMap((requirement) => {
      const { text, function: own } = requirement;
      const subject = SUBJECT.exec(text);
      const name = subject?.[1] ?? '';
      if (own === null || name === own || !document.functions.has(name) || !document.functions.has(own))
        return [];
      // "If f is called …, g shall": f is what the sentence is about.
      if (new RegExp(`\\b(?:${name}|${own})\\b`).test(text.slice(0, subject?.index))) return [];
      return [
        {
          message: `the section is about ${quoted(own)}, the sentence obliges ${quoted(name)}`,
          slice: placeOf(document, requirement, name),
        },
      ];
    }),
};
