import { placeOf } from '../document.js';
import type { LintRule } from '../rule.js';

export const listingInRequirement: LintRule = {
  id: 'listing-in-requirement',
  severity: 'note',
  finds: 'a code listing between the markers of a requirement',
  why: 'The listing becomes part of the sentence: a change to any of its lines changes the requirement.',
  bad: '**SRS_TOY_01_001: [** The toy shall export\n```c\nint toy_open(void);\n```\n**]**',
  good: '**SRS_TOY_01_001: [** The toy shall export `toy_open`. **]**\n\n```c\nint toy_open(void);\n```',
  check: (document) =>
    document.requirements
      .filter(({ listing }) => listing !== '')
      .map((requirement) => ({
        message: `${requirement.id} holds a code listing`,
        slice: placeOf(document, requirement, requirement.listing),
      })),
};
