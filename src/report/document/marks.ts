import type { DocumentTrace, Verdict } from '../../trace/model.js';
import { labelOf, symbolOf } from '../../trace/verdict.js';
import { formatRoute, NO_FILTERS } from '../route.js';
import { escapeHtml } from './escape.js';

type Passage = DocumentTrace['passages'][number];

/** A part of a text that belongs to one requirement, or to none. */
export interface Part {
  readonly start: number;
  readonly end: number;
  readonly passage: Passage | null;
}

/** The requirements of a document with their verdicts, ready to be marked in its text. */
export interface Marks {
  /** Cuts a range of the text at the borders of requirements. */
  readonly partsOf: (start: number, end: number) => readonly Part[];
  /** Wraps HTML in a mark of a requirement's verdict. */
  readonly wrap: (passage: Passage, tag: 'span' | 'div', html: string) => string;
  /** A link to a requirement that names it and its verdict. */
  readonly link: (passage: Passage) => string;
}

/** @param verdicts Verdict by label; what has none was not part of the run. */
export function marksOf(passages: readonly Passage[], verdicts: ReadonlyMap<string, Verdict>): Marks {
  const verdictOf = ({ label }: Passage): Verdict => verdicts.get(label) ?? 'notRun';
  return {
    partsOf: (start, end) => {
      const parts: Part[] = [];
      let at = start;
      for (let index = firstEndingAfter(passages, start); ; index += 1) {
        const passage = passages[index];
        if (passage === undefined || passage.start >= end) break;
        if (passage.end <= at) continue;
        if (passage.start > at) parts.push({ start: at, end: passage.start, passage: null });
        const from = Math.max(at, passage.start);
        at = Math.min(end, passage.end);
        parts.push({ start: from, end: at, passage });
      }
      if (at < end) parts.push({ start: at, end, passage: null });
      return parts;
    },
    wrap: (passage, tag, html) =>
      `<${tag} class="mark ${verdictOf(passage)}" data-label="${escapeHtml(passage.label)}">${html}</${tag}>`,
    link: (passage) => {
      const verdict = verdictOf(passage);
      const address = formatRoute({ view: 'detail', at: passage.label, filters: NO_FILTERS });
      return `<a class="mark-link" href="${escapeHtml(address)}" title="${labelOf(verdict)}"><span class="symbol">${symbolOf(verdict)}</span> ${escapeHtml(nameOf(passage, verdict))}</a>`;
    },
  };
}

/** A cell of a state table (`STATE/function`) stands where its name can be read off, so its verdict says more. */
function nameOf({ label }: Passage, verdict: Verdict): string {
  return label.includes('/') ? labelOf(verdict) : label;
}

function firstEndingAfter(passages: readonly Passage[], offset: number): number {
  let low = 0;
  let high = passages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((passages[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
