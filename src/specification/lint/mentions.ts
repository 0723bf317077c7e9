import type { ReadDocument } from '../parse.js';
import { commentRanges, fenceRanges, rangeTest, type Ranges } from '../ranges.js';
import { NAME_SHAPE } from './names.js';

/** A name of a program where it stands in a document. */
export interface Mention {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** In a code fence, not in a sentence. */
  readonly inListing: boolean;
}

/** Bounded, so that the scan stays linear. */
const WORD = /(?<!\w)[A-Za-z_]\w{1,160}(?!\w)/g;

/** Target and title of a link or an image; a bare address. */
const ADDRESS = /\]\([^()\s]{0,400}(?:[ \t]+"[^"\r\n]{0,1000}")?\)|\bhttps?:\/\/[^\s<>()]{1,400}/g;

/** `Codes_SRS_…`, `SRS_…` */
const REQUIREMENT_ID = /^(?:(?:Codes|Tests)_)?S_?R_?S_/i;

/**
 * The names of a document: words with an underscore or a capital inside, and every word that is a code span by itself.
 * Comments, requirement ids and addresses of links are left out.
 */
export function mentionsIn({ document: { text }, spans, openings }: ReadDocument): readonly Mention[] {
  const isListing = rangeTest(fenceRanges(text));
  const isComment = rangeTest(commentRanges(text));
  const isAddress = rangeTest(addressesOf(text));
  const ids = new Set(openings.map(({ id }) => id));
  const mentions: Mention[] = [];
  for (const { index, 0: name } of text.matchAll(WORD)) {
    const end = index + name.length;
    const inListing = isListing(index);
    if (isComment(index) || isAddress(index) || ids.has(name) || REQUIREMENT_ID.test(name)) continue;
    const isCode = inListing || (text[index - 1] === '`' && text[end] === '`' && spans.holds(index));
    if (isCode || NAME_SHAPE.test(name)) mentions.push({ name, start: index, end, inListing });
  }
  return mentions;
}

function addressesOf(text: string): Ranges {
  return [...text.matchAll(ADDRESS)].map(({ index, 0: address }) => ({
    start: index,
    end: index + address.length,
  }));
}
