import type { CodeSpans } from './spans.js';

/** Where a requirement's passage ends, and where its closing marker ends. */
export interface Closing {
  /** Offset behind the passage. */
  readonly bodyEnd: number;
  /** Offset behind the closing marker; `bodyEnd` when there is none. */
  readonly end: number;
}

const BOLD_AT_END = /(\*{1,4}|<\/?(?:b|strong)>)[ \t]{0,4}$/i;
const BOLD_AT_START = /^(?:\*{1,2}|<\/?(?:b|strong)>|[ \t]\*{2}(?=[ \t\r\n.,;:<]|$))/i;
const LONGEST_MARK = 16;

/** Lines that end a paragraph. */
const PARAGRAPH_END =
  /^(?:[ \t>]*$|[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]|[ \t>]*(?:```|~~~)|[ \t]*\||[ \t]*<\/?(?:t[dhr]|table|li|p|ul|ol)\b)/i;

/**
 * Finds the end of a requirement: its closing marker (`**]**`, `\]**`, `**]`, …), a bare bracket at the end of a line, or,
 * when somebody forgot it, the end of the paragraph.
 *
 * @param from - offset behind the opening marker.
 * @param limit - offset that the requirement can't go beyond: the next marker, a heading, the end of a table cell.
 */
export function findClosing(text: string, from: number, limit: number, spans: CodeSpans): Closing {
  const brackets = /[[\]]/g;
  brackets.lastIndex = from;
  const paragraphEnd = endOfParagraph(text, from, limit);
  let depth = 0;
  let quoted: Closing | null = null;
  let bare: Closing | null = null;
  for (let match = brackets.exec(text); match !== null && match.index < limit; match = brackets.exec(text)) {
    const at = match.index;
    if (match[0] === '[') {
      depth += 1;
      continue;
    }
    if (quoted !== null && at > paragraphEnd) break;
    const closing = closingAt(text, from, at, limit, depth);
    if (depth > 0) depth -= 1;
    if (closing === null) continue;
    if (spans.holds(at)) {
      if (at < paragraphEnd) quoted ??= closing;
    } else if (closing.marked) return closing;
    else if (at < paragraphEnd) bare = closing;
  }
  return (
    quoted ??
    bare ?? { bodyEnd: trimmedEnd(text, from, paragraphEnd), end: trimmedEnd(text, from, paragraphEnd) }
  );
}

function closingAt(
  text: string,
  from: number,
  at: number,
  limit: number,
  depth: number,
): (Closing & { readonly marked: boolean }) | null {
  const escaped = text[at - 1] === '\\' ? at - 1 : at;
  const head = text.slice(Math.max(from, escaped - LONGEST_MARK), escaped);
  const before = BOLD_AT_END.exec(head);
  const tail = text.slice(at + 1, Math.min(limit, at + 1 + LONGEST_MARK));
  const after = BOLD_AT_START.exec(tail);
  const end = at + 1 + (after?.[0].length ?? 0);
  if (before !== null && after !== null) {
    return { bodyEnd: escaped - markLength(before), end, marked: true };
  }
  if (depth > 0) return null;
  if (after !== null) return { bodyEnd: escaped, end, marked: true };
  if (before !== null && (before[1] ?? '').length > 1) {
    return {
      bodyEnd: closesBold(text.slice(from, escaped)) ? escaped : escaped - markLength(before),
      end,
      marked: true,
    };
  }
  return /^[ \t.,;:]*(?:[\r\n|<]|$)/.test(tail) ? { bodyEnd: escaped, end: at + 1, marked: false } : null;
}

/** Length of the bold mark before a bracket, blanks included; of many asterisks the last two belong to it. */
function markLength(before: RegExpExecArray): number {
  const mark = before[1] ?? '';
  return before[0].length - (mark.startsWith('*') ? Math.max(0, mark.length - 2) : 0);
}

/** True when the passage's last `**` closes a `**` of the passage itself. */
function closesBold(passage: string): boolean {
  return (passage.match(/\*\*/g) ?? []).length % 2 === 0;
}

function endOfParagraph(text: string, from: number, limit: number): number {
  let end = lineEnd(text, from, limit);
  while (end < limit) {
    const start = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
    if (start >= limit) break;
    const next = lineEnd(text, start, limit);
    if (PARAGRAPH_END.test(text.slice(start, Math.min(next, start + 200)))) break;
    end = next;
  }
  return end;
}

/** Never looks beyond the limit: a line may hold thousands of requirements. */
function lineEnd(text: string, from: number, limit: number): number {
  const length = text.slice(from, limit).search(/[\r\n]/);
  return length === -1 ? limit : from + length;
}

function trimmedEnd(text: string, from: number, end: number): number {
  let last = end;
  while (last > from && /\s/.test(text[last - 1] ?? '')) last -= 1;
  return last;
}
