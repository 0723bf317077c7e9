import { visit } from 'unist-util-visit';
import type { Code, Html, Root } from 'mdast';
import { endOf, startOf } from './markdown.js';
import { outlineTree } from './outline.js';
import { firstFrom, headingsOf, type Heading } from './headings.js';
import type { Opening } from './opening.js';
import { BYTE_ORDER_MARK, positionsOf, type Positions } from './position.js';
import type { SourceText } from './source.js';
import type { LinkDefinitions } from './visible.js';

/** A document as every part of the parser sees it: source text, positions, block tree, headings. */
export interface Document {
  readonly file: string;
  /** The source text; a byte order mark is a blank here, so that offsets are those of the file. */
  readonly text: string;
  readonly positions: Positions;
  /** Its blocks; what they say is in `text`. */
  readonly tree: Root;
  /** In document order. */
  readonly headings: readonly Heading[];
  readonly fences: readonly Code[];
  readonly definitions: LinkDefinitions;
}

/** Text of a source with a blank in place of its byte order mark. */
export function withoutMark(source: SourceText): string {
  return source.text.startsWith(BYTE_ORDER_MARK) ? ` ${source.text.slice(1)}` : source.text;
}

/**
 * Reads a document's structure.
 *
 * @param openings - its requirements' markers: a fence that holds one was closed wrongly, and headings in it count.
 */
export function documentOf(source: SourceText, openings: readonly Opening[]): Document {
  const text = withoutMark(source);
  const positions = positionsOf(source.file, source.text);
  const tree = outlineTree(source.file, text);
  const fences: Code[] = [];
  const raw: Html[] = [];
  const definitions = new Map<string, string>();
  visit(tree, (node) => {
    if (node.type === 'code') fences.push(node);
    if (node.type === 'html') raw.push(node);
    if (node.type === 'definition' && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, text.slice(startOf(node), endOf(node)));
    }
  });
  const holdsRequirement = (start: number, end: number): boolean => {
    const next = openings[firstFrom(openings, start)];
    return next !== undefined && next.start < end;
  };
  const broken = fences.filter((fence) => holdsRequirement(startOf(fence), endOf(fence)));
  return {
    file: source.file,
    text,
    positions,
    tree,
    headings: headingsOf(text, positions, tree, { fences, raw, broken }, holdsRequirement),
    fences,
    definitions,
  };
}
