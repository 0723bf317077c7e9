import type { Requirement } from '../../model.js';
import { placeOf, prototypeOf } from '../document.js';
import { quoted, wordsOf } from '../names.js';
import type { LintRule } from '../rule.js';

export const undeclaredName: LintRule = {
  id: 'undeclared-name',
  severity: 'note',
  finds:
    'a name in code that ends like a parameter of the function or like a member (`io_context`, `recv_buffer`) and is declared nowhere',
  why: 'It may be another name of that parameter, or something that only the author knows.',
  bad: '## toy_done\n\n```c\nvoid toy_done(void* context);\n```\n\n**SRS_TOY_01_001: [** `toy_done` shall free the `toy_context` memory. **]**',
  good: '## toy_done\n\n```c\nvoid toy_done(void* context);\n```\n\n**SRS_TOY_01_001: [** `toy_done` shall free the `context` memory. **]**',
  check: (document) => {
    const members = new Set(
      document.declarations.structs.flatMap((struct) => struct.members.map(({ name }) => name)),
    );
    return document.requirements.flatMap((requirement) => {
      const prototype = prototypeOf(document, requirement);
      const own = new Set(prototype?.parameters.map(({ name }) => name));
      const names = new Set(
        [...requirement.markdown.matchAll(/`([a-z]\w*_[a-z]\w*)`/g)].map((match) => match[1] ?? ''),
      );
      return [...names].flatMap((name) => {
        const last = wordsOf(name).at(-1) ?? '';
        if (prototype === null || document.declared.has(name)) return [];
        if (!(own.has(last) || members.has(last)) || isForeign(name, requirement)) return [];
        return [
          {
            message: `${quoted(name)} is declared nowhere; ${quoted(last)} is`,
            slice: placeOf(document, requirement, name),
          },
        ];
      });
    });
  },
};

/** True of what a sentence calls or gives a value to: a function of another module, a member of its structure. */
function isForeign(name: string, { text }: Requirement): boolean {
  return new RegExp(
    `\\b(?:call|calls|calling) ${name}\\b|\\b${name} (?:(?:shall be )?set\\b|member|field|fails|succeeds|returns|function|structure|macro|shall be called)`,
  ).test(text);
}
