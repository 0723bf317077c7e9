import type { Defect, LintRule } from '../rule.js';

export const prefixBeforeMarker: LintRule = {
  id: 'prefix-before-marker',
  severity: 'warning',
  finds:
    "an editor's mark before the opening marker (`X**`, `XX**`); one finding when all requirements have it",
  why: 'Readers see a letter that means nothing, and tools that look for `**ID` at the start of a line find nothing.',
  bad: 'X**SRS_TOY_01_001: [** `toy_open` shall return 0. **]**',
  good: '**SRS_TOY_01_001: [** `toy_open` shall return 0. **]**',
  check: ({ openings, document: { text, positions } }) => {
    const marked = openings.flatMap(({ id, start }): readonly Defect[] => {
      const mark = /^X{1,3}/.exec(text.slice(start, start + 3))?.[0];
      if (mark === undefined) return [];
      return [{ message: `${mark} stands before ${id}`, slice: positions.slice(start, start + mark.length) }];
    });
    const [first] = marked;
    if (first === undefined || marked.length < openings.length || marked.length === 1) return marked;
    return [{ ...first, message: `${first.message}, and before the other ${marked.length - 1} ids as well` }];
  },
};
