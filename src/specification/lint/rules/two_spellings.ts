import type { LintDocument } from '../document.js';
import { groupedBy } from '../grouping.js';
import type { Mention } from '../mentions.js';
import { isCapitals, NAME_SHAPE, quoted, wordsOf } from '../names.js';
import type { Defect, LintRule } from '../rule.js';

/** Shorter names are too often alike by chance. */
const SHORTEST_TYPO = 8;
const SHORTEST_WORD = 4;
const LONGEST_TYPO = 100;

export const twoSpellings: LintRule = {
  id: 'two-spellings',
  severity: 'warning',
  finds:
    'a name that is spelt in two ways: other capitals, other underscores, another order of words, one letter more, less or other. Two names that the document both declares are two names',
  why: 'One of them does not exist.',
  bad: '```c\nint toy_open(const char* hostname);\n```\n\n**SRS_TOY_01_001: [** `toy_open` shall connect to `hostName`. **]**',
  good: '```c\nint toy_open(const char* hostname);\n```\n\n**SRS_TOY_01_001: [** `toy_open` shall connect to `hostname`. **]**',
  check: (document) => {
    const { positions } = document.document;
    const uses = groupedBy(document.mentions, ({ name }) => name);
    const spellings = [...uses.keys()];
    const usual = usualSpellings(document, spellings, uses);
    const typos = typosOf(document, spellings);
    return document.mentions.flatMap(({ name, start, end }): readonly Defect[] => {
      if (document.declared.has(name)) return [];
      const other = usual.get(name) ?? typos.get(name);
      if (other === undefined) return [];
      return [
        {
          message: `${quoted(name)} is spelt ${quoted(other)} elsewhere`,
          slice: positions.slice(start, end),
        },
      ];
    });
  },
};

/** For each rarer spelling the usual one: a declared one, or else the one that is used most. */
function usualSpellings(
  { declared }: LintDocument,
  spellings: readonly string[],
  uses: ReadonlyMap<string, readonly Mention[]>,
): ReadonlyMap<string, string> {
  const weight = (name: string): number => (declared.has(name) ? Infinity : (uses.get(name)?.length ?? 0));
  const found = new Map<string, string>();
  const all = [...new Set([...spellings, ...declared])];
  for (const keyOf of [lettersOf, sortedWordsOf]) {
    for (const group of groupedBy(all, keyOf).values()) {
      if (group.length < 2 || !group.some((name) => NAME_SHAPE.test(name))) continue;
      const usual = group.reduce((most, name) => (weight(name) > weight(most) ? name : most));
      for (const name of group) if (name !== usual && weight(name) < weight(usual)) found.set(name, usual);
    }
  }
  return found;
}

/** `ON_TOY` and `on_toy` are a type and a parameter, so capitals have keys of their own. */
function lettersOf(name: string): string {
  return `${isCapitals(name) ? 'CAPITALS' : ''} ${wordsOf(name).join('')}`;
}

function sortedWordsOf(name: string): string {
  return `${isCapitals(name) ? 'CAPITALS' : ''} ${[...wordsOf(name)].sort().join('_')}`;
}

/**
 * For each undeclared name a declared one that differs in one letter: two words do when they are alike, or one is like the
 * other, after one letter has been left out.
 */
function typosOf({ declared }: LintDocument, spellings: readonly string[]): ReadonlyMap<string, string> {
  const shorter = new Map<string, string>();
  for (const name of declared) {
    if (!mayHoldTypo(name)) continue;
    for (const variant of [name, ...withoutOneLetter(name)])
      if (!shorter.has(variant)) shorter.set(variant, name);
  }
  const typos = new Map<string, string>();
  for (const name of spellings) {
    if (declared.has(name) || !mayHoldTypo(name)) continue;
    for (const variant of [name, ...withoutOneLetter(name)]) {
      const found = shorter.get(variant);
      if (found !== undefined && isTypo(name, found)) {
        typos.set(name, found);
        break;
      }
    }
  }
  return typos;
}

function mayHoldTypo(name: string): boolean {
  return name.length >= SHORTEST_TYPO && name.length <= LONGEST_TYPO && name.includes('_');
}

function withoutOneLetter(name: string): readonly string[] {
  return Array.from(name, (_, at) => name.slice(0, at) + name.slice(at + 1));
}

/** Numbers, plurals and words of a few letters tell names apart on purpose, and nobody mistypes a first letter. */
function isTypo(name: string, declared: string): boolean {
  const words = wordsOf(name.replace(/\d+/g, ''));
  const others = wordsOf(declared.replace(/\d+/g, ''));
  if (isCapitals(name) !== isCapitals(declared) || words.length !== others.length) return false;
  const pairs = words.map((word, at) => [word, others[at] ?? ''] as const);
  const different = pairs.filter(([word, other]) => word.replace(/s$/, '') !== other.replace(/s$/, ''));
  return (
    different.length === 1 &&
    different.every(
      ([word, other]) =>
        Math.min(word.length, other.length) >= SHORTEST_WORD && word.startsWith(other.charAt(0)),
    )
  );
}
