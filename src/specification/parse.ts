import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { declarationsIn, type Declarations } from './c/declarations.js';
import { documentOf, withoutMark, type Document } from './document.js';
import { SpecificationError } from './errors.js';
import { endOf, startOf } from './markdown.js';
import type { Requirement, Specification } from './model.js';
import { findOpenings, type Opening } from './opening.js';
import { phrasesOf } from './phrases.js';
import { positionsOf } from './position.js';
import { requirementsOf } from './requirements.js';
import { sequencesOf } from './sequences.js';
import { slotsOf } from './slots.js';
import type { SourceText } from './source.js';
import { codeSpansOf, type CodeSpans } from './spans.js';
import { statesOf } from './states.js';
import { transitionsOf } from './transitions.js';

/**
 * Reads an SRS document.
 *
 * @param source - its text, with the file name that messages quote.
 * @param bytes - its bytes, for the hash; the text in UTF-8 when left out.
 * @throws SpecificationError when the text is empty, binary or holds no requirement.
 */
export function parseSpecification(
  source: SourceText,
  bytes: Uint8Array | string = source.text,
): Specification {
  const { document, requirements, declarations } = readDocument(source);
  const transitions = transitionsOf(document);
  return {
    name: nameOf(requirements),
    file: source.file,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    title: document.headings[0]?.text ?? basename(source.file),
    text: document.text,
    requirements,
    ...declarations,
    slots: slotsOf(document, declarations.prototypes),
    states: statesOf(document),
    transitions,
    phrases: phrasesOf(document, requirements),
    sequences: sequencesOf(document),
  };
}

/** The requirements of a document, in the order they stand in. See `parseSpecification`. */
export function findRequirements(source: SourceText): readonly Requirement[] {
  return readDocument(source).requirements;
}

/** A document that has been read: its requirements and declarations, and where they were found. */
export interface ReadDocument {
  readonly document: Document;
  /** The marker of each requirement, in the same order. */
  readonly openings: readonly Opening[];
  readonly spans: CodeSpans;
  readonly requirements: readonly Requirement[];
  readonly declarations: Declarations;
}

/** Reads a document's text. See `parseSpecification`. */
export function readDocument(source: SourceText): ReadDocument {
  const { file } = source;
  const text = withoutMark(source);
  if (text.trim() === '') throw new SpecificationError(file, 'is empty');
  if (text.includes('\0')) throw new SpecificationError(file, 'is binary, not a Markdown document');
  const positions = positionsOf(file, source.text);
  const spans = codeSpansOf(text, positions);
  const openings = findOpenings(text, spans);
  if (openings.length === 0) {
    throw new SpecificationError(file, 'holds no requirement (nothing like **SRS_NAME_01_001: [** … **]**)');
  }
  const document = documentOf(source, openings);
  const listings = document.fences
    .filter(({ lang }) => /^(?:c|h|cpp|c\+\+|)$/i.test(lang ?? ''))
    .map((fence) => ({ start: startOf(fence), end: endOf(fence) }));
  const declarations = declarationsIn(text, listings, positions);
  return {
    document,
    openings,
    spans,
    requirements: requirementsOf(document, openings, spans, declarations.prototypes),
    declarations,
  };
}

/** The id family that most requirements share, in lower case: `SRS_STORE_LINUX_01_001` gives `store_linux`. */
function nameOf(requirements: readonly Requirement[]): string {
  const counts = new Map<string, number>();
  for (const { id } of requirements) {
    const family = id
      .replace(/^(?:NON_)?S_?R_?S_(?=\D)/i, '')
      .replace(/(?:_\d+){1,2}[A-Za-z]?$/, '')
      .toLowerCase();
    counts.set(family, (counts.get(family) ?? 0) + 1);
  }
  return [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most), ['', 0])[0];
}
