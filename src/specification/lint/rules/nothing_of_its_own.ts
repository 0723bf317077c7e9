import type { LintDocument } from '../document.js';
import type { Defect, LintRule } from '../rule.js';
import type { Requirement } from '../../model.js';

/** "shall do the following:" and, with its verb lost, "shall the following:" */
const INTRODUCES =
  /\b(?:shall|must|should|will) (?:then |also )?(?:(?:do|perform|execute|take|follow) )?(?:all )?(?:of )?the following(?: steps| actions| operations)?(?: in order)?\W*$/;

/** "as specified and tested per other line entries in this document" */
const ELSEWHERE =
  /\b(?:specified|tested|verified|described|defined)(?: and \w+)? (?:elsewhere|(?:per|by|in) (?:the )?other (?:line entries|line items|requirements|sections|sentences))\b/;

/** "shall be called if:", with the conditions as requirements of the list. */
const CONDITIONS = /\b(?:if|when|unless)(?: (?:any|one|all) of(?: the following)?)?:$/;

export const nothingOfItsOwn: LintRule = {
  id: 'nothing-of-its-own',
  severity: 'note',
  finds:
    "an id for what can't be verified by itself: a sentence that only introduces a list, that leaves itself to other requirements, or whose conditions are ids of their own",
  why: 'Its verdict is only that of others, and a count of requirements counts the same twice.',
  bad: '**SRS_TOY_01_001: [** `toy_open` shall do the following: **]**\n\n- **SRS_TOY_01_002: [** `toy_open` shall return 0. **]**',
  good: '`toy_open` does the following:\n\n- **SRS_TOY_01_002: [** `toy_open` shall return 0. **]**',
  check: (document) =>
    document.requirements.flatMap((requirement): readonly Defect[] => {
      const reason = reasonOf(requirement, document);
      return reason === null ? [] : [{ message: `${requirement.id} ${reason}`, slice: requirement.slice }];
    }),
};

function reasonOf({ text, label }: Requirement, { children }: LintDocument): string | null {
  if (INTRODUCES.test(text)) return 'only introduces a list';
  if (ELSEWHERE.test(text)) return 'leaves what it asks for to other requirements';
  return CONDITIONS.test(text) && children.has(label) ? 'has ids of their own for its conditions' : null;
}
