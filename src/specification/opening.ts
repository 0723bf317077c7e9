import { commentRanges, fenceRanges, rangeTest } from './ranges.js';
import type { CodeSpans } from './spans.js';

/** The opening marker of a requirement: `**SRS_STORE_01_008: [**` in any of its notations. */
export interface Opening {
  readonly id: string;
  /** Offset of the marker, an `X` before it included. */
  readonly start: number;
  /** Offset of the id. */
  readonly idStart: number;
  /** Offset of the bracket. */
  readonly bracket: number;
  /** Offset behind the marker: the passage begins here. */
  readonly end: number;
}

/** A word that could be an id. Bounded, and tried at the start of a word only, so that the scan stays linear. */
const WORD = /(?<![\w\\])[A-Za-z](?:\w|\\_){3,160}/g;

/** LETTERS_…_digits, with an optional letter at the end. */
const ID = /^[A-Za-z]\w*_\d+[A-Za-z]?$/;

/** `Codes_SRS_…` and `Tests_SRS_…` stand in code comments. */
const COMMENT_ID = /^(?:codes|tests)_/i;

/** What stands directly before an id: an optional mark of the editor (`X`, `XX`), then bold. */
const BOLD_BEFORE =
  /((?<![A-Za-z0-9])X{1,3}[ \t]?)?(?:\*{2,4}[ \t]{0,2}|\*|<b>|<strong>)(?:(S_?R_?S)[ \t]{1,2})?$/i;

/** The start of a line up to an id that is not bold itself. */
const LINE_BEFORE = /(?:^|[\r\n])[ \t>|]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?$/;

/** What stands between an id and the text: the end of bold, a colon, blanks, the bracket, bold once more. */
const BEHIND =
  /((?:[ \t]|\*|[:：]|<\/?(?:b|strong)>){0,24}?)(\\?\[)((?:[ \t]{1,2}\*{2}(?=[ \t]))|\*{1,2}|<\/?(?:b|strong)>)?/iy;

const LONGEST_BEFORE = 48;

/** Fences in these languages show examples of Markdown. */
const EXAMPLE_LANGUAGE = /^(?:md|markdown)$/;

/**
 * Finds every opening marker. Time is linear in the text.
 *
 * A marker in a comment, in a fence of Markdown, or quoted in a code span is a mention. In any other fence it counts,
 * because a fence that was closed wrongly swallows requirements; only one that is not in bold is code there.
 */
export function findOpenings(text: string, spans: CodeSpans): readonly Opening[] {
  const openings: Opening[] = [];
  const fences = fenceRanges(text);
  const isComment = rangeTest(commentRanges(text));
  const isExample = rangeTest(fences.filter(({ language }) => EXAMPLE_LANGUAGE.test(language)));
  const isCode = rangeTest(fences);
  for (const { index, 0: word } of text.matchAll(WORD)) {
    const opening = openingAt(text, index, word, isCode);
    if (opening === null || isComment(opening.start) || isExample(opening.start)) continue;
    if (!spans.quotes(opening.start, opening.end)) openings.push(opening);
  }
  return openings;
}

function openingAt(
  text: string,
  index: number,
  word: string,
  isCode: (offset: number) => boolean,
): Opening | null {
  const plain = word.replaceAll('\\', '');
  if (!ID.test(plain) || COMMENT_ID.test(plain)) return null;

  BEHIND.lastIndex = index + word.length;
  const behind = BEHIND.exec(text);
  if (behind === null) return null;
  const [, glue = '', bracket = '', boldBehind] = behind;
  const end = BEHIND.lastIndex;
  const bracketAt = index + word.length + glue.length + bracket.length - 1;

  const head = text.slice(Math.max(0, index - LONGEST_BEFORE), index);
  const before = BOLD_BEFORE.exec(head);
  if (before === null) {
    const plainStart = boldBehind !== undefined && LINE_BEFORE.test(head) && !isCode(index);
    return plainStart ? { id: plain, start: index, idStart: index, bracket: bracketAt, end } : null;
  }
  const start = index - before[0].length;
  // `/**Codes…` opens a comment, `\*\*` is text.
  if (/[/\\]$/.test(text.slice(Math.max(0, start - 1), start)) && before[1] === undefined) return null;

  const colon = /[:：]/.test(glue);
  const boldOpen = !/[*<]/.test(glue);
  const boldAgain = /(?:\*+|>)[^*>]+(?:\*+|>)$/.test(glue);
  if (boldBehind === undefined && !boldAgain && !colon) return null;
  if (!(boldOpen && boldBehind !== undefined) && isLink(text, bracketAt)) return null;
  const family = before[2];
  return {
    id: family === undefined ? plain : `${family}_${plain}`,
    start,
    idStart: family === undefined ? index : start + before[0].lastIndexOf(family),
    bracket: bracketAt,
    end,
  };
}

const LONGEST_LINK_TEXT = 300;

/** True when the bracket begins a Markdown link: `[text](target)`. */
function isLink(text: string, bracket: number): boolean {
  let depth = 0;
  for (let at = bracket; at < Math.min(text.length, bracket + LONGEST_LINK_TEXT); at += 1) {
    const character = text[at];
    if (character === '\n') return false;
    if (character === '[') depth += 1;
    if (character === ']' && --depth === 0) return text[at + 1] === '(';
  }
  return false;
}
