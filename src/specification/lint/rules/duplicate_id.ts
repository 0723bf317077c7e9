import type { LintRule } from '../rule.js';

export const duplicateId: LintRule = {
  id: 'duplicate-id',
  severity: 'error',
  finds: 'an id that two requirements have',
  why: 'A test that names the id proves one of them, and nobody knows which.',
  bad: '**SRS_TOY_01_001: [** `toy_open` shall return 0. **]**\n\n**SRS_TOY_01_001: [** `toy_close` shall return 0. **]**',
  good: '**SRS_TOY_01_001: [** `toy_open` shall return 0. **]**\n\n**SRS_TOY_01_002: [** `toy_close` shall return 0. **]**',
  check: ({ requirements, openings, document: { positions } }) => {
    const lines = new Map<string, number>();
    return requirements.flatMap(({ id, slice }, index) => {
      const first = lines.get(id);
      if (first === undefined) {
        lines.set(id, slice.line);
        return [];
      }
      const start = openings[index]?.idStart ?? slice.start;
      return [
        {
          message: `${id} is the id of the requirement in line ${first} as well`,
          slice: positions.slice(start, start + id.length),
        },
      ];
    });
  },
};
