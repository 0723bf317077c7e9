import { visit } from 'unist-util-visit';
import type { Root } from 'mdast';
import { blockTree, requireBearable } from './markdown.js';

/** Characters that are kept of a long line's begin: the marks that say what block it is stand there. */
const HEAD = 12;
/** Characters that are kept of its end. */
const TAIL = 6;
/** Fewer characters are not worth a cut. */
const SHORTEST_CUT = 12;

/** What may mean something in the middle of a line: cells, HTML, fences. */
const MARKS = /[|<>]|```|~~~/;

/** The begin of a link definition, which has to be whole to be one. */
const DEFINITION = /^[ \t>*+\-\d.)]*\[/;

/** A piece of a text that was left out. */
interface Cut {
  readonly line: number;
  /** Offset, in the shortened text, of the place where it was. */
  readonly at: number;
  readonly length: number;
  /** Characters left out so far, this piece included. */
  readonly total: number;
}

/**
 * The tree of a document's blocks, with the positions that they have in `text`. Its text values are no use: the middle of
 * every long line of prose is left out before the parse, because the parser's time is in looking at characters, and none
 * of these says anything about blocks.
 */
export function outlineTree(file: string, text: string): Root {
  requireBearable(file, text);
  const { text: short, cuts } = shortened(text);
  const tree = blockTree(file, short);
  if (cuts.length === 0) return tree;
  const moved = ({ line, column, offset = 0 }: Point): Point => {
    const cut = cuts[firstBehind(cuts, offset) - 1];
    if (cut === undefined) return { line, column, offset };
    return { line, column: column + (cut.line === line ? cut.length : 0), offset: offset + cut.total };
  };
  visit(tree, (node) => {
    if (node.position === undefined) return;
    node.position = { start: moved(node.position.start), end: moved(node.position.end) };
  });
  return tree;
}

interface Point {
  line: number;
  column: number;
  offset?: number | undefined;
}

/** Position of the first cut that lies at an offset of the shortened text or behind it. */
function firstBehind(cuts: readonly Cut[], offset: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[middle]?.at ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function shortened(text: string): { readonly text: string; readonly cuts: readonly Cut[] } {
  const parts: string[] = [];
  const cuts: Cut[] = [];
  let last = 0;
  let total = 0;
  for (const { line, start, end } of dispensable(text)) {
    parts.push(text.slice(last, start));
    cuts.push({ line, at: start - total, length: end - start, total: total + end - start });
    total += end - start;
    last = end;
  }
  parts.push(text.slice(last));
  return { text: parts.join(''), cuts };
}

interface Piece {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** The middles of long lines. Lines without a blank one between that may hold a link definition stay as they are. */
function dispensable(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let pending: Piece[] = [];
  let defines = false;
  let number = 0;
  for (const { index, 1: line = '' } of text.matchAll(/([^\r\n]*)(?:\r\n|\r|\n|$)/g)) {
    number += 1;
    if (/^[ \t]*$/.test(line)) {
      if (!defines) pieces.push(...pending);
      pending = [];
      defines = false;
    } else if (DEFINITION.test(line)) defines = true;
    else if (isDispensable(line))
      pending.push({ line: number, start: index + HEAD, end: index + line.length - TAIL });
  }
  if (!defines) pieces.push(...pending);
  return pieces;
}

/** A letter in its head makes a line no rule, no underline and no row of dashes, whatever comes behind. */
function isDispensable(line: string): boolean {
  return (
    line.length >= HEAD + SHORTEST_CUT + TAIL &&
    /[A-Za-z]/.test(line.slice(0, HEAD)) &&
    /\S/.test(line.slice(-TAIL)) &&
    !MARKS.test(line)
  );
}
