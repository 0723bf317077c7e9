import type { SourceSlice } from './source.js';

/** Turns offsets of one document into lines, columns and slices. */
export interface Positions {
  /** Line of an offset, from 1. */
  lineOf(offset: number): number;
  /** Offset of the first character of a line. */
  startOf(line: number): number;
  /** Offset behind the last character of a line, its line ending left out. */
  endOf(line: number): number;
  readonly lineCount: number;
  slice(start: number, end: number): SourceSlice;
}

/** Byte order mark, as text. It belongs to no column. */
export const BYTE_ORDER_MARK = '\uFEFF';

export function positionsOf(file: string, text: string): Positions {
  const starts = [0];
  for (const { index, 0: ending } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + ending.length);

  const lineOf = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
  const startOf = (line: number): number => starts[line - 1] ?? text.length;
  const endOf = (line: number): number => {
    let end = starts[line] ?? text.length;
    if (line < starts.length) {
      if (text[end - 1] === '\n' && text[end - 2] === '\r') end -= 2;
      else end -= 1;
    }
    return end;
  };
  const columnOf = (offset: number): number => {
    const line = lineOf(offset);
    const marked = line === 1 && text.startsWith(BYTE_ORDER_MARK);
    return offset - startOf(line) + (marked ? 0 : 1);
  };

  return {
    lineOf,
    startOf,
    endOf,
    lineCount: starts.length,
    slice: (start, end) => ({
      file,
      line: lineOf(start),
      column: columnOf(start),
      endLine: lineOf(Math.max(start, end - 1)),
      start,
      end,
    }),
  };
}
