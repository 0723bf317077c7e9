import { placeOf, type LintDocument } from '../document.js';
import type { CStruct } from '../../model.js';
import { quoted } from '../names.js';
import type { LintRule } from '../rule.js';

/** `interface->create` */
const ARROW = /\b(\w+)(?:->|\.)([A-Za-z_]\w*)/g;

/** "the `hostname` member of `STORE_CONFIG`" */
const MEMBER_OF = /\b([A-Za-z]\w*) (?:member|field) of (?:the |an? )?(\w+)/g;

export const unknownMember: LintRule = {
  id: 'unknown-member',
  severity: 'error',
  finds: 'a member that the structure, which the document declares, does not have',
  why: 'Code that follows the sentence does not compile.',
  bad: '```c\ntypedef struct TOY_TAG { int size; } TOY;\nint toy_open(TOY* toy);\n```\n\n**SRS_TOY_01_001: [** `toy_open` shall read `toy->length`. **]**',
  good: '```c\ntypedef struct TOY_TAG { int size; } TOY;\nint toy_open(TOY* toy);\n```\n\n**SRS_TOY_01_001: [** `toy_open` shall read `toy->size`. **]**',
  check: (document) => {
    const structs = structsByName(document);
    return document.requirements.flatMap((requirement) => {
      const pairs = [
        ...[...requirement.text.matchAll(ARROW)].map(([words, owner = '', member = '']) => ({
          words,
          owner,
          member,
        })),
        ...[...requirement.text.matchAll(MEMBER_OF)].map(([, member = '', owner = '']) => ({
          words: member,
          owner,
          member,
        })),
      ];
      return pairs.flatMap(({ words, owner, member }) => {
        const struct = structs.get(owner);
        if (struct === undefined || struct.members.some(({ name }) => name === member)) return [];
        return [
          {
            message: `${quoted(struct.name)} has no member ${quoted(member)}`,
            slice: placeOf(document, requirement, words),
          },
        ];
      });
    });
  },
};

/** Structures by their own name, and by that of each variable whose type is one. A name with two types is left out. */
function structsByName({
  declarations: { structs, prototypes },
}: LintDocument): ReadonlyMap<string, CStruct> {
  const own = new Map(structs.map((struct) => [struct.name, struct]));
  const variables = [
    ...structs.map(({ members }) => members),
    ...prototypes.map(({ parameters }) => parameters),
  ].flat();
  const types = new Map<string, Set<CStruct | undefined>>();
  for (const { name, type } of variables) {
    const found = types.get(name) ?? new Set();
    types.set(name, found.add(own.get(type.replace(/\bconst\b|\bstruct\b|\*/g, '').trim())));
  }
  const byVariable = [...types].flatMap(([name, [struct, ...others]]) =>
    struct === undefined || others.length > 0 ? [] : [[name, struct] as const],
  );
  return new Map([...byVariable, ...own]);
}
