import type { LintDocument } from '../document.js';
import type { Mention } from '../mentions.js';
import { isCapitals, quoted, wordsOf } from '../names.js';
import type { Defect, LintRule } from '../rule.js';

/** Longer names are no callbacks; the ways to leave words out stay few. */
const MOST_WORDS = 10;

export const mixedUpCallback: LintRule = {
  id: 'mixed-up-callback',
  severity: 'warning',
  finds:
    'a callback whose name lacks one or two words of a declared one, or has a longer word in the place of one (`on_store_open_complete` for `on_io_open_complete`)',
  why: 'No such callback exists; the reader must guess which one is meant.',
  bad: '```c\nint toy_open(ON_TOY_OPEN on_toy_open_complete);\n```\n\n**SRS_TOY_01_001: [** `toy_open` shall call `on_open_complete`. **]**',
  good: '```c\nint toy_open(ON_TOY_OPEN on_toy_open_complete);\n```\n\n**SRS_TOY_01_001: [** `toy_open` shall call `on_toy_open_complete`. **]**',
  check: (document) => {
    const callbacks = [...document.declared].filter(
      (name) => /^on_[a-z]/.test(name) && !name.endsWith('_context'),
    );
    const shorter = shortenedNames(callbacks);
    return document.mentions
      .filter(isCallback(document))
      .flatMap(({ name, start, end }): readonly Defect[] => {
        const meant = shorter.get(name) ?? withShorterWord(name, document.declared);
        if (meant === undefined) return [];
        return [
          {
            message: `${quoted(name)} is declared nowhere; ${quoted(meant)} is`,
            slice: document.document.positions.slice(start, end),
          },
        ];
      });
  },
};

/** True of `on_open_complete`, and of the name in "the send_complete callback". */
function isCallback({ declared, document: { text } }: LintDocument): (mention: Mention) => boolean {
  return ({ name, end, inListing }) =>
    !inListing &&
    !declared.has(name) &&
    !isCapitals(name) &&
    (/^on_\w/.test(name) || /^`?\s+callback\b/.test(text.slice(end, end + 12)));
}

/** Declared names by what is left of them without one word or two; null where two would give the same. */
function shortenedNames(names: readonly string[]): ReadonlyMap<string, string | null> {
  const once = new Map<string, string | null>();
  const twice = new Map<string, string | null>();
  const add = (map: Map<string, string | null>, short: string, name: string): void => {
    map.set(short, map.has(short) && map.get(short) !== name ? null : name);
  };
  for (const name of names) {
    for (const short of withoutOneWord(name)) {
      add(once, short, name);
      for (const shorter of withoutOneWord(short)) add(twice, shorter, name);
    }
  }
  return new Map([...twice, ...once]);
}

function withoutOneWord(name: string): readonly string[] {
  const words = wordsOf(name);
  if (words.length < 3 || words.length > MOST_WORDS) return [];
  return words.map((_, at) => words.filter((_word, index) => index !== at).join('_'));
}

/** The declared name that has the end of one word in that word's place: `io` for `store`. */
function withShorterWord(name: string, declared: ReadonlySet<string>): string | undefined {
  const words = wordsOf(name);
  if (words.length < 3) return undefined;
  return words
    .flatMap((word, at) =>
      Array.from({ length: Math.max(0, word.length - 2) }, (_, cut) =>
        words.with(at, word.slice(cut + 1)).join('_'),
      ),
    )
    .find((candidate) => declared.has(candidate));
}
