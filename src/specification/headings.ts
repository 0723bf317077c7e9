import { visit } from 'unist-util-visit';
import type { Code, Html, Root } from 'mdast';
import { endOf, startOf } from './markdown.js';
import type { Positions } from './position.js';
import { rangeTest } from './ranges.js';
import { visible } from './visible.js';

export interface Heading {
  /** 1 for the outermost. */
  readonly depth: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** `## Overview` and, as older documents write it, `##Overview`. */
const ATX = /^ {0,3}(#{1,6})[ \t]*([^#\s][^\r\n]*)$/;

/** Lines of C that look like a heading without a blank. */
const DIRECTIVE = /^#\s*(?:define|undef|include|if|ifdef|ifndef|elif|else|endif|pragma|error|line)\b/;

interface Blocks {
  readonly fences: readonly Code[];
  readonly raw: readonly Html[];
  /** Fences that were closed wrongly: they hold requirements. */
  readonly broken: readonly Code[];
}

/**
 * A document's headings. Those with `#` are read from the lines, because the blank behind it is often missing and because
 * a wrongly closed fence swallows them; underlined ones come from the tree.
 *
 * @param holdsRequirement - tells of a range whether a requirement starts in it: such a line is no heading.
 */
export function headingsOf(
  text: string,
  positions: Positions,
  tree: Root,
  { fences, raw, broken }: Blocks,
  holdsRequirement: (start: number, end: number) => boolean,
): readonly Heading[] {
  const ranges = (nodes: readonly (Code | Html)[]) =>
    nodes.map((node) => ({ start: startOf(node), end: endOf(node) }));
  const isHidden = rangeTest(
    ranges(
      [...fences.filter((fence) => !broken.includes(fence)), ...raw].sort((a, b) => startOf(a) - startOf(b)),
    ),
  );
  const isBroken = rangeTest(ranges(broken));
  const headings: Heading[] = [];
  for (let line = 1; line <= positions.lineCount; line += 1) {
    const start = positions.startOf(line);
    const end = positions.endOf(line);
    const match = ATX.exec(text.slice(start, end));
    if (match === null || isHidden(start) || holdsRequirement(start, end)) continue;
    if (isBroken(start) && DIRECTIVE.test(match[0])) continue;
    headings.push({
      depth: match[1]?.length ?? 1,
      text: visible(withoutHashes(match[2] ?? '')).text,
      start,
      end,
    });
  }
  visit(tree, 'heading', (node) => {
    const start = startOf(node);
    const end = endOf(node);
    if (ATX.test(text.slice(start, positions.endOf(positions.lineOf(start)))) || holdsRequirement(start, end))
      return;
    const underline = positions.startOf(positions.lineOf(end));
    headings.push({ depth: node.depth, text: visible(text.slice(start, underline)).text, start, end });
  });
  return headings.sort((left, right) => left.start - right.start);
}

/** The text of `## Overview ##`. */
function withoutHashes(content: string): string {
  const closed = content.trimEnd();
  let end = closed.length;
  while (closed[end - 1] === '#') end -= 1;
  return end === 0 || /[ \t]/.test(closed[end - 1] ?? '') ? closed.slice(0, end) : closed;
}

/** Position in `items` of the first that starts at an offset or behind it. */
export function firstFrom(items: readonly { readonly start: number }[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
