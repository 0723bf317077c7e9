import type { Requirement } from '../../model.js';
import { placeOf } from '../document.js';
import { groupedBy } from '../grouping.js';
import { quoted, wordsOf } from '../names.js';
import type { Defect, LintRule } from '../rule.js';

/** A requirement seen as a copy of one about a sibling function: `toy_send` and `toy_receive` differ in one word. */
interface Copy {
  readonly requirement: Requirement;
  /** The word that its own function has where the sibling has another. */
  readonly word: string;
  /** What both sentences and both functions share. */
  readonly key: string;
}

export const copiedSentence: LintRule = {
  id: 'copied-sentence',
  severity: 'warning',
  finds:
    'a sentence that was copied from a sibling function (`toy_send`, `toy_receive`), its names changed but not its words',
  why: 'It speaks of what the other function does.',
  bad: '# toy\n\n## toy_send\n\n**SRS_TOY_01_001: [** `toy_send` shall start the send and keep `on_send`. **]**\n\n## toy_receive\n\n**SRS_TOY_01_002: [** `toy_receive` shall start the send and keep `on_receive`. **]**',
  good: '# toy\n\n## toy_send\n\n**SRS_TOY_01_001: [** `toy_send` shall start the send and keep `on_send`. **]**\n\n## toy_receive\n\n**SRS_TOY_01_002: [** `toy_receive` shall start the receive and keep `on_receive`. **]**',
  check: (document) =>
    [...groupedBy(document.requirements.flatMap(copies), ({ key }) => key).values()].flatMap((group) => {
      const words = new Map(group.map(({ word, requirement }) => [word, requirement]));
      return group.flatMap(({ requirement, word }): readonly Defect[] => {
        const plain = requirement.text.split(/[^\w]+/);
        const left = plain.find((foreign) => foreign !== word && words.has(foreign));
        const source = words.get(left ?? '');
        if (left === undefined || source === undefined || plain.includes(word)) return [];
        return [
          {
            message: `copied from line ${source.slice.line}: it still says "${left}" in the section about ${quoted(requirement.function ?? '')}`,
            slice: placeOf(document, requirement, left),
          },
        ];
      });
    }),
};

/** For each word of its function the sentence with that word left out of all names. */
function copies(requirement: Requirement): readonly Copy[] {
  const { function: own, text } = requirement;
  if (own === null) return [];
  const words = wordsOf(own);
  return words.map((word, index) => {
    const family = words.map((one, at) => (at === index ? '*' : one)).join('_');
    const sentence = text.replace(/\w*_\w*/g, (name) =>
      name
        .split('_')
        .map((part) => (part.toLowerCase() === word ? '*' : part))
        .join('_'),
    );
    return { requirement, word, key: `${family} ${sentence}` };
  });
}
