import type { Positions } from './position.js';

/** The code spans of a document, line by line: `like this`. */
export interface CodeSpans {
  /** True when a marker is quoted in a code span, so that it is mentioned and not used. */
  quotes(start: number, end: number): boolean;
  /** True when an offset stands in a code span. */
  holds(offset: number): boolean;
}

interface Span {
  /** Offset behind the opening backticks. */
  readonly start: number;
  /** Offset of the closing backticks. */
  readonly end: number;
}

/**
 * Code spans that begin and end on one line. A backtick that was forgotten may pair with one of the next requirement on
 * the same line; `quotes` therefore wants the span to begin with the marker, or to hold its closing bracket as well.
 */
export function codeSpansOf(text: string, positions: Positions): CodeSpans {
  let known = 0;
  let spans: readonly Span[] = [];
  const spanAt = (offset: number): Span | undefined => {
    const line = positions.lineOf(offset);
    if (line !== known) {
      known = line;
      const start = positions.startOf(line);
      spans = spansOf(text.slice(start, positions.endOf(line)), start);
    }
    return lastFrom(spans, offset);
  };
  return {
    holds: (offset) => spanAt(offset) !== undefined,
    quotes: (start, end) => {
      const span = spanAt(start);
      if (span === undefined) return false;
      if (text.slice(span.start, start).trim() === '') return true;
      return text.slice(end, span.end).includes(']');
    },
  };
}

function lastFrom(spans: readonly Span[], offset: number): Span | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const span = spans[low];
  return span !== undefined && span.start <= offset ? span : undefined;
}

function spansOf(line: string, offset: number): readonly Span[] {
  const runs = [...line.matchAll(/`+/g)].map(({ index, 0: ticks }) => ({ index, length: ticks.length }));
  const byLength = new Map<number, number[]>();
  runs.forEach((run, index) => {
    const same = byLength.get(run.length);
    if (same === undefined) byLength.set(run.length, [index]);
    else same.push(index);
  });
  const cursors = new Map<number, number>();
  const spans: Span[] = [];
  for (let index = 0; index < runs.length; index += 1) {
    const run = runs[index];
    if (run === undefined || line[run.index - 1] === '\\') continue;
    const same = byLength.get(run.length) ?? [];
    let cursor = cursors.get(run.length) ?? 0;
    while (cursor < same.length && (same[cursor] ?? 0) <= index) cursor += 1;
    cursors.set(run.length, cursor);
    const partner = same[cursor];
    const close = partner === undefined ? undefined : runs[partner];
    if (partner === undefined || close === undefined) continue;
    spans.push({ start: offset + run.index + run.length, end: offset + close.index });
    index = partner;
  }
  return spans;
}
