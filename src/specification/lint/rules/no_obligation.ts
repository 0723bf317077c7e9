import { visit } from 'unist-util-visit';
import type { Paragraph } from 'mdast';
import { endOf, startOf } from '../../markdown.js';
import { rangeTest, type Range } from '../../ranges.js';
import type { Requirement } from '../../model.js';
import type { LintDocument } from '../document.js';
import type { LintRule } from '../rule.js';

const MODAL =
  /\b(?:shall|must|should|will|may|can|cannot|needs?|ha(?:s|ve) to|ought|(?:is|are) (?:to be|required|allowed|expected|not allowed)|mustn't|shan't)\b/i;

const CONDITION = /^(?:if|when|while|whenever|unless)\b/i;

export const noObligation: LintRule = {
  id: 'no-obligation',
  severity: 'warning',
  finds:
    'a requirement that obliges nobody: no "shall", "must", "should" or "will"; an item takes it from the sentence that introduces its list, unless it is a bare condition',
  why: 'There is nothing to verify, so it can neither pass nor fail.',
  bad: '**SRS_TOY_01_001: [** If the toy is broken: **]**\n\n- **SRS_TOY_01_002: [** `toy_open` shall return 1. **]**',
  good: '**SRS_TOY_01_002: [** If the toy is broken, `toy_open` shall return 1. **]**',
  check: (document) => {
    const isIntroduced = rangeTest(introducedLists(document));
    const byLabel = new Map(document.requirements.map((requirement) => [requirement.label, requirement]));
    return document.requirements.flatMap((requirement) => {
      const { text, parent, id, slice } = requirement;
      const inList = isIntroduced(slice.start);
      if (MODAL.test(text)) return [];
      const isCondition = CONDITION.test(text);
      const takes = inList || obliges(byLabel.get(parent ?? ''));
      if (takes && !isCondition) return [];
      return [
        {
          message: isCondition
            ? `${id} is a condition and asks for nothing`
            : `${id} asks for nothing: it says neither shall nor must, should or will`,
          slice,
        },
      ];
    });
  },
};

function obliges(parent: Requirement | undefined): boolean {
  return parent !== undefined && MODAL.test(parent.text);
}

/** Lists behind a paragraph such as "The first entry shall have:". */
function introducedLists({ document: { tree, text } }: LintDocument): readonly Range[] {
  const lists: Range[] = [];
  visit(tree, 'list', (list, index, parent) => {
    const before = parent?.children[(index ?? 0) - 1];
    if (before?.type !== 'paragraph' || !isIntroduction(before, text)) return;
    if ((lists.at(-1)?.end ?? 0) <= startOf(list)) lists.push({ start: startOf(list), end: endOf(list) });
  });
  return lists;
}

function isIntroduction(paragraph: Paragraph, text: string): boolean {
  const lines = text.slice(startOf(paragraph), endOf(paragraph)).trimEnd().split('\n');
  const last = lines.at(-1) ?? '';
  return last.endsWith(':') && !last.includes(']') && MODAL.test(last);
}
