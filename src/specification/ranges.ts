/** Pieces of a document, in ascending order, not overlapping. */
export type Ranges = readonly Range[];

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A test for offsets that are asked in ascending order. */
export function rangeTest(ranges: Ranges): (offset: number) => boolean {
  let next = 0;
  return (offset) => {
    while (next < ranges.length && (ranges[next]?.end ?? 0) <= offset) next += 1;
    const range = ranges[next];
    return range !== undefined && range.start <= offset;
  };
}

/** HTML comments: what stands in them is not shown. */
export function commentRanges(text: string): Ranges {
  const ranges: Range[] = [];
  for (let start = text.indexOf('<!--'); start !== -1;) {
    const close = text.indexOf('-->', start + 4);
    if (close === -1) break;
    ranges.push({ start, end: close + 3 });
    start = text.indexOf('<!--', close + 3);
  }
  return ranges;
}

export interface FenceRange extends Range {
  /** Language of the fence: `c`, `markdown`. */
  readonly language: string;
}

/** Code fences as the lines show them, found without a parse of the document. */
export function fenceRanges(text: string): readonly FenceRange[] {
  const fences: FenceRange[] = [];
  let open: { start: number; mark: string; language: string } | null = null;
  for (const { index, 0: line, 1: mark = '', 2: info = '' } of text.matchAll(
    /^[ \t>]*(`{3,}|~{3,})([^\r\n`]*)$/gm,
  )) {
    if (open === null) open = { start: index, mark, language: info.trim().toLowerCase() };
    else if (mark.startsWith(open.mark) && info.trim() === '') {
      fences.push({ start: open.start, end: index + line.length, language: open.language });
      open = null;
    }
  }
  return fences;
}
