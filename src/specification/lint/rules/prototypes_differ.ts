import type { CPrototype } from '../../model.js';
import { quoted } from '../names.js';
import type { Defect, LintRule } from '../rule.js';

export const prototypesDiffer: LintRule = {
  id: 'prototypes-differ',
  severity: 'warning',
  finds: 'a function whose prototype is shown twice, with different parameters or results',
  why: 'The sentences follow one of the two, the implementation perhaps the other.',
  bad: '```c\nint toy_open(TOY toy);\n```\n\n## toy_open\n\n```c\nint toy_open(TOY handle);\n```\n\n**SRS_TOY_01_001: [** `toy_open` shall return 0. **]**',
  good: '```c\nint toy_open(TOY toy);\n```\n\n## toy_open\n\n```c\nint toy_open(TOY toy);\n```\n\n**SRS_TOY_01_001: [** `toy_open` shall return 0. **]**',
  check: ({ functions }) =>
    [...functions.values()].flatMap(([first, ...others]) =>
      others.flatMap((other): readonly Defect[] => {
        const difference = first === undefined ? null : differenceOf(first, other);
        if (difference === null) return [];
        return [
          {
            message: `the prototype of ${quoted(other.name)} has ${difference} in line ${first?.slice.line}`,
            slice: other.slice,
          },
        ];
      }),
    ),
};

function differenceOf(first: CPrototype, other: CPrototype): string | null {
  if (first.parameters.length !== other.parameters.length)
    return `${other.parameters.length} parameters and ${first.parameters.length}`;
  const pairs = first.parameters.flatMap((before, index) => {
    const after = other.parameters[index] ?? before;
    return [
      { before: before.name, after: after.name },
      { before: before.type, after: after.type },
    ];
  });
  const different = [{ before: first.returnType, after: other.returnType }, ...pairs]
    .filter(({ before, after }) => before !== after)
    .map(({ before, after }) => `${quoted(after)} where it has ${quoted(before)}`);
  return different.length === 0 ? null : different.join(', ');
}
