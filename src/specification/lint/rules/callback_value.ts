import { callbackCalls, callbackEnumerations, type CallbackCall } from '../callbacks.js';
import { placeOf, type LintDocument } from '../document.js';
import { groupedBy } from '../grouping.js';
import { quoted } from '../names.js';
import type { Defect, LintRule } from '../rule.js';

export const callbackValue: LintRule = {
  id: 'callback-value',
  severity: 'error',
  finds:
    'a callback that is called with a value of another enumeration, or, where none is declared, with a value that no other sentence spells like that',
  why: "The callback's type has no such value.",
  bad: '```c\ntypedef enum A_TAG { A_OK } A;\ntypedef enum B_TAG { B_OK } B;\ntypedef void(*ON_TOY_OPEN)(void* context, A result);\nint toy_open(ON_TOY_OPEN on_toy_open);\n```\n\n**SRS_TOY_01_001: [** `toy_open` shall call `on_toy_open` with `B_OK`. **]**',
  good: '```c\ntypedef enum A_TAG { A_OK } A;\ntypedef enum B_TAG { B_OK } B;\ntypedef void(*ON_TOY_OPEN)(void* context, A result);\nint toy_open(ON_TOY_OPEN on_toy_open);\n```\n\n**SRS_TOY_01_001: [** `toy_open` shall call `on_toy_open` with `A_OK`. **]**',
  check: (document) => {
    const enumerations = callbackEnumerations(document);
    const owners = ownersOf(document);
    const calls = callbackCalls(document);
    return [
      ...calls.flatMap((call) => foreign(document, call, enumerations.get(call.callback)?.name, owners)),
      ...odd(
        document,
        calls.filter(({ callback }) => !enumerations.has(callback)),
      ),
    ];
  },
};

/** Values that another enumeration declares. */
function foreign(
  document: LintDocument,
  { requirement, callback, values }: CallbackCall,
  wanted: string | undefined,
  owners: ReadonlyMap<string, readonly string[]>,
): readonly Defect[] {
  if (wanted === undefined) return [];
  return values.flatMap((value) => {
    const [owner, ...others] = owners.get(value) ?? [];
    if (owner === undefined || owner === wanted || others.includes(wanted)) return [];
    return [
      {
        message: `${quoted(callback)} gets ${quoted(wanted)}, and ${quoted(value)} is one of ${quoted(owner)}`,
        slice: placeOf(document, requirement, value),
      },
    ];
  });
}

/** The enumerations that declare each value. */
function ownersOf({ declarations: { enumerations } }: LintDocument): ReadonlyMap<string, readonly string[]> {
  const pairs = enumerations.flatMap(({ name, values }) => values.map((value) => ({ name, value })));
  const groups = groupedBy(pairs, ({ value }) => value);
  return new Map([...groups].map(([value, group]) => [value, group.map(({ name }) => name)]));
}

/** Of two values of one callback with the same last word, the one whose other words are rarer in the document. */
function odd(document: LintDocument, calls: readonly CallbackCall[]): readonly Defect[] {
  const uses = new Map<string, number>();
  for (const { name } of document.mentions) uses.set(stemOf(name), (uses.get(stemOf(name)) ?? 0) + 1);
  const usesOf = (value: string): number => uses.get(stemOf(value)) ?? 0;
  const given = calls.flatMap((call) => call.values.map((value) => ({ ...call, value })));
  const alike = groupedBy(given, ({ callback, value }) => `${callback} ${value.split('_').at(-1)}`);
  return [...alike.values()].flatMap((group) => {
    const usual = group.reduce((most, one) => (usesOf(one.value) > usesOf(most.value) ? one : most)).value;
    return group
      .filter(({ value }) => usesOf(value) < usesOf(usual))
      .map(({ requirement, callback, value }) => ({
        message: `${quoted(callback)} is called with ${quoted(value)} here and with ${quoted(usual)} elsewhere`,
        slice: placeOf(document, requirement, value),
      }));
  });
}

/** All words of a constant but the last: those that the values of an enumeration share. */
function stemOf(name: string): string {
  return name.slice(0, name.lastIndexOf('_') + 1);
}
