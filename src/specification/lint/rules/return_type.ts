import type { CPrototype, Requirement } from '../../model.js';
import { placeOf, prototypeOf, type LintDocument } from '../document.js';
import { quoted } from '../names.js';
import type { Defect, LintRule } from '../rule.js';

type Kind = 'nothing' | 'pointer' | 'number' | 'truth' | 'enumerator';

/** "shall log an error and return `_FAILURE_`" */
const RETURNS =
  /\breturns? (?:with )?(?:an? |the )?(?:value )?((?:__?FAILURE__?|MU_FAILURE|non-?zero|NULL|non-?NULL|true|false|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|-?\d+)\b(?:_\b)?)/gi;

const KINDS: Readonly<Record<Exclude<Kind, 'enumerator'>, string>> = {
  nothing: 'returns nothing',
  pointer: 'returns a pointer or a handle',
  number: 'returns a number',
  truth: 'returns true or false',
};

export const returnType: LintRule = {
  id: 'return-type',
  severity: 'error',
  finds:
    "a result that the function's type can't hold: a failure number from a function that returns a handle, NULL from one that returns int, a value of another enumeration",
  why: 'No implementation can return it; each will return something of its own.',
  bad: '## toy_create\n\n```c\nTOY_HANDLE toy_create(int size);\n```\n\n**SRS_TOY_01_001: [** If `size` is 0, `toy_create` shall return `_FAILURE_`. **]**',
  good: '## toy_create\n\n```c\nTOY_HANDLE toy_create(int size);\n```\n\n**SRS_TOY_01_001: [** If `size` is 0, `toy_create` shall return NULL. **]**',
  check: (document) => {
    const enumerations = new Map(
      document.declarations.enumerations.flatMap(({ name, values }) => values.map((value) => [value, name])),
    );
    const names = new Set(enumerations.values());
    return document.requirements.flatMap((requirement) =>
      resultsOf(document, requirement).flatMap(({ prototype, value }): readonly Defect[] => {
        const wanted = enumerationOr(kindOfType(prototype.returnType), prototype, names);
        const given = enumerations.get(value) ?? kindOfValue(value);
        if (given === null || wanted === null || fits(wanted, given, names)) return [];
        const what = Object.hasOwn(KINDS, wanted)
          ? KINDS[wanted as keyof typeof KINDS]
          : `returns ${quoted(wanted)}`;
        return [
          {
            message: `${quoted(prototype.name)} ${what}, which ${value} is not`,
            slice: placeOf(document, requirement, value),
          },
        ];
      }),
    );
  },
};

/** The results that a requirement asks for, each with the function that is to return it. */
function resultsOf(
  document: LintDocument,
  requirement: Requirement,
): readonly { readonly prototype: CPrototype; readonly value: string }[] {
  const { text } = requirement;
  const modal = /\b(?:shall|must|should|will)\b/.exec(text)?.index;
  if (modal === undefined) return [];
  return [...text.matchAll(RETURNS)].flatMap(({ index, 1: value = '' }) => {
    const before = text.slice(0, index);
    const subject = (before.match(/\b\w+(?= (?:\w+ )?(?:shall|must|should|will)\b)/g) ?? []).findLast(
      (word) => document.functions.has(word),
    );
    const prototype = document.functions.get(subject ?? '')?.[0] ?? prototypeOf(document, requirement);
    return index < modal || prototype === null ? [] : [{ prototype, value }];
  });
}

function kindOfType(type: string): Exclude<Kind, 'enumerator'> | null {
  const bare = type.replace(/\b(?:const|extern|static)\b/g, '').trim();
  if (/^void$/i.test(bare)) return 'nothing';
  if (bare.endsWith('*') || bare.endsWith('_HANDLE')) return 'pointer';
  if (/^_?bool$/i.test(bare)) return 'truth';
  return /^(?:unsigned |signed )?(?:int|long|short|char|size_t|ssize_t|u?int\d+_t|DWORD|ULONG|UINT)\b/.test(
    bare,
  )
    ? 'number'
    : null;
}

function enumerationOr(
  kind: string | null,
  { returnType: type }: CPrototype,
  names: ReadonlySet<string>,
): string | null {
  return names.has(type) ? type : kind;
}

function kindOfValue(value: string): Kind | null {
  if (/^(?:__?FAILURE__?|MU_FAILURE|non-?zero|-?\d+)$/i.test(value)) return 'number';
  if (/^(?:non-?)?NULL$/.test(value)) return 'pointer';
  return /^(?:true|false)$/i.test(value) ? 'truth' : null;
}

/** Whether a result fits. 0 and NULL are the same pointer, and every number is a truth value in C. */
function fits(wanted: string, given: string, enumerations: ReadonlySet<string>): boolean {
  if (wanted === given) return true;
  if (enumerations.has(given)) return wanted === 'number';
  if (wanted === 'truth' || wanted === 'number') return given === 'truth' || given === 'number';
  return false;
}
