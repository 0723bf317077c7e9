import GithubSlugger from 'github-slugger';
import { commentRanges, fenceRanges, rangeTest } from '../../ranges.js';
import type { LintDocument } from '../document.js';
import type { LintRule } from '../rule.js';

/** `[text](#anchor)`, `[label]: #anchor`, `<a href="#anchor">` */
const LINK =
  /(?:\]\([ \t]{0,4}<?|^[ \t]{0,3}\[[^\]\r\n]{1,200}\]:[ \t]{0,4}<?|\bhref=["'])#([^\s<>)"']{1,300})/gm;

/** `<a name="anchor">`, `<p id="anchor">` */
const OWN_ANCHOR = /<[a-z][^<>]{0,200}?\s(?:name|id)=["']([^"'<>]{1,300})["']/gi;

export const deadLink: LintRule = {
  id: 'dead-link',
  severity: 'warning',
  finds:
    'a link within the document to an anchor that no heading and no `name` or `id` in HTML makes; capitals do not count',
  why: 'The sentence refers to a definition that the reader never reaches.',
  bad: '## Terms\n\n**SRS_TOY_01_001: [** `toy_open` shall [open the toy](#opening). **]**',
  good: '## Opening\n\n**SRS_TOY_01_001: [** `toy_open` shall [open the toy](#opening). **]**',
  check: (document) => {
    const { text, positions } = document.document;
    const anchors = anchorsOf(document);
    const isFence = rangeTest(fenceRanges(text));
    const isComment = rangeTest(commentRanges(text));
    return [...text.matchAll(LINK)].flatMap(({ index, 0: link, 1: anchor = '' }) => {
      if (isFence(index) || isComment(index) || document.spans.holds(index)) return [];
      if (anchors.has(decoded(anchor).toLowerCase())) return [];
      const end = index + link.length;
      return [
        {
          message: `the link leads to #${anchor}, which is no anchor of this document`,
          slice: positions.slice(end - anchor.length - 1, end),
        },
      ];
    });
  },
};

/** The anchors of a document in lower case, as GitHub makes them of its headings. */
function anchorsOf({ document: { headings, text } }: LintDocument): ReadonlySet<string> {
  const slugger = new GithubSlugger();
  return new Set([
    'top',
    ...headings.map((heading) => slugger.slug(heading.text)),
    ...[...text.matchAll(OWN_ANCHOR)].map((match) => (match[1] ?? '').toLowerCase()),
  ]);
}

function decoded(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}
