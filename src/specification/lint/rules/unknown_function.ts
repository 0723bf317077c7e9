import { rangeTest } from '../../ranges.js';
import { sequencesOf } from '../../sequences.js';
import type { LintDocument } from '../document.js';
import { placeOf } from '../document.js';
import { groupedBy } from '../grouping.js';
import { isCapitals, NAME_SHAPE, quoted } from '../names.js';
import type { Mention } from '../mentions.js';
import type { Defect, LintRule } from '../rule.js';

export const unknownFunction: LintRule = {
  id: 'unknown-function',
  severity: 'warning',
  finds:
    "a function in the manner of the document's own that it does not have, and the failure of a function that nothing calls",
  why: 'It was renamed, or the sentence was copied from another document.',
  bad: '```c\nint toy_open(void);\nint toy_close(void);\n```\n\n**SRS_TOY_01_001: [** If `toy_start` has been called, `toy_close` shall return 0. **]**',
  good: '```c\nint toy_open(void);\nint toy_close(void);\n```\n\n**SRS_TOY_01_001: [** If `toy_open` has been called, `toy_close` shall return 0. **]**',
  check: (document) => [...ownManner(document), ...neverCalled(document)],
};

/** Names that begin like the document's functions. Call sequences name functions of implementations. */
function ownManner(document: LintDocument): readonly Defect[] {
  const { text, positions } = document.document;
  const prefix = commonPrefix([...document.functions.keys()]);
  if (prefix === '') return [];
  const isSequence = rangeTest(sequencesOf(document.document).map(({ slice }) => slice));
  return document.mentions
    .filter(({ name, inListing }) => !inListing && name.startsWith(prefix) && !isCapitals(name))
    .filter(({ name }) => !document.declared.has(name) && !/_H(?:ANDLE)?$/.test(name))
    .filter(({ start, end }) => !isPartOfPath(text, start, end))
    .filter(({ start }) => !isSequence(start))
    .map(({ name, start, end }) => ({
      message: `${quoted(name)} is declared nowhere in this document`,
      slice: positions.slice(start, end),
    }));
}

/** The words, underscores included, that all functions begin with: `store_`. Empty for fewer than two functions. */
function commonPrefix(names: readonly string[]): string {
  if (names.length < 2) return '';
  let prefix = names[0] ?? '';
  for (const name of names) while (!name.startsWith(prefix)) prefix = prefix.slice(0, -1);
  return prefix.slice(0, prefix.lastIndexOf('_') + 1);
}

function isPartOfPath(text: string, start: number, end: number): boolean {
  return /[/\\.-]/.test(text.slice(start - 1, start)) || /^(?:\.\w|[/\\])/.test(text.slice(end, end + 2));
}

/** "If `f` fails" where nothing else in the document mentions f. */
function neverCalled(document: LintDocument): readonly Defect[] {
  const uses: ReadonlyMap<string, readonly Mention[]> = groupedBy(document.mentions, ({ name }) => name);
  return document.requirements.flatMap((requirement) =>
    [...requirement.text.matchAll(/\bif (?:the )?(\w+) fails\b/gi)]
      .map((match) => match[1] ?? '')
      .filter((name) => NAME_SHAPE.test(name) && uses.get(name)?.length === 1 && !document.declared.has(name))
      .map((name) => ({
        message: `${quoted(name)} fails here, and nothing in this document calls it`,
        slice: placeOf(document, requirement, name),
      })),
  );
}
