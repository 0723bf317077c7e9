import type { CPrototype, Requirement } from '../model.js';
import { readDocument, type ReadDocument } from '../parse.js';
import type { SourceSlice, SourceText } from '../source.js';
import { groupedBy } from './grouping.js';
import { mentionsIn, type Mention } from './mentions.js';
import { declaredNames } from './names.js';

/** A document as the rules see it. */
export interface LintDocument extends ReadDocument {
  /** Names that the document's listings and headings introduce. */
  readonly declared: ReadonlySet<string>;
  /** Every name that stands anywhere in the document, in order. */
  readonly mentions: readonly Mention[];
  /** Prototypes by function, in document order. */
  readonly functions: ReadonlyMap<string, readonly CPrototype[]>;
  /** The prototype that each requirement goes by. See `prototypeOf`. */
  readonly prototypes: ReadonlyMap<string, CPrototype>;
  /** Requirements by the label of the one whose list they stand in. */
  readonly children: ReadonlyMap<string, readonly Requirement[]>;
}

/**
 * Reads a document for the rules.
 *
 * @throws SpecificationError as `parseSpecification` does.
 */
export function lintDocument(source: SourceText): LintDocument {
  const whole = readDocument(source);
  const read = { ...whole, requirements: whole.requirements.map(bounded) };
  const functions = groupedBy(
    read.declarations.prototypes.filter(({ kind }) => kind === 'function'),
    ({ name }) => name,
  );
  return {
    ...read,
    declared: declaredNames(read),
    mentions: mentionsIn(read),
    functions,
    prototypes: nearestPrototypes(read.requirements, functions),
    children: groupedBy(
      read.requirements.filter(({ parent }) => parent !== null),
      ({ parent }) => parent ?? '',
    ),
  };
}

/** Longer passages are no sentences: the rules read their beginning only, so that their time stays linear. */
const LONGEST_SENTENCE = 2000;

function bounded(requirement: Requirement): Requirement {
  const { text, markdown } = requirement;
  if (markdown.length <= LONGEST_SENTENCE && text.length <= LONGEST_SENTENCE) return requirement;
  return {
    ...requirement,
    text: text.slice(0, LONGEST_SENTENCE),
    markdown: markdown.slice(0, LONGEST_SENTENCE),
  };
}

function nearestPrototypes(
  requirements: readonly Requirement[],
  functions: ReadonlyMap<string, readonly CPrototype[]>,
): ReadonlyMap<string, CPrototype> {
  const prototypes = [...functions.values()]
    .flat()
    .sort((left, right) => left.slice.start - right.slice.start);
  const latest = new Map<string, CPrototype>();
  const nearest = new Map<string, CPrototype>();
  let next = 0;
  for (const { label, function: own, slice } of requirements) {
    for (
      let one = prototypes[next];
      one !== undefined && one.slice.start < slice.start;
      one = prototypes[next]
    ) {
      latest.set(one.name, one);
      next += 1;
    }
    const prototype = latest.get(own ?? '') ?? functions.get(own ?? '')?.[0];
    if (prototype !== undefined) nearest.set(label, prototype);
  }
  return nearest;
}

/**
 * The prototype that a requirement goes by: the nearest above it of its section's function, because documents show a
 * prototype in the overview and again in its section. Null when there is none.
 */
export function prototypeOf({ prototypes }: LintDocument, { label }: Requirement): CPrototype | null {
  return prototypes.get(label) ?? null;
}

/** Where words stand in a requirement; all of it when the source spells them in another way than the reader sees them. */
export function placeOf(
  { document }: LintDocument,
  { slice, markdown }: Requirement,
  words: string,
): SourceSlice {
  const body = document.text.indexOf(markdown, slice.start);
  for (let at = markdown.indexOf(words); at !== -1; at = markdown.indexOf(words, at + 1)) {
    const end = at + words.length;
    if (isWordIn(markdown, at, end)) return document.positions.slice(body + at, body + end);
  }
  return slice;
}

function isWordIn(text: string, start: number, end: number): boolean {
  return !/^\w\w/.test(text.slice(start - 1, start + 1)) && !/^\w\w/.test(text.slice(end - 1, end + 1));
}
