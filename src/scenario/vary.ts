import { axis, plain, slot, type Template } from './template.js';
import type { SystemDescription } from './systems/index.js';

/** What a condition's words may name. */
export interface Vocabulary {
  readonly system: SystemDescription;
  /** Parameters, members and enumerators that the document declares. */
  readonly names: ReadonlySet<string>;
  /** What can go wrong inside the function at hand: "any error" runs over these. */
  readonly errors: readonly string[];
}

const INT_MIN = -(2 ** 31);
const INT_MAX = 2 ** 31 - 1;
const NAME = '[A-Za-z_]\\w*';
const LIST = new RegExp(`(?:\\beither (the )?)?\\b(${NAME}(?:, ${NAME})*),? or (${NAME})\\b`);

/** Opens the alternatives that a condition names: limits, lists, positions, faults. Words without any stay as they are. */
export function vary(words: string, vocabulary: Vocabulary): Template {
  return (
    faults(words, vocabulary.system) ??
    errors(words, vocabulary.errors) ??
    limits(words) ??
    positions(words) ??
    list(words, vocabulary.names) ??
    plain(words)
  );
}

function faults(words: string, system: SystemDescription): Template | null {
  for (const { words: pattern, instead, column, values } of system.alternatives) {
    if (!pattern.test(words)) continue;
    const text = words.replace(pattern, instead).replace(`<${column}>`, slot(column));
    return { text, axes: [axis(column, values, `with ${slot(column)}`)] };
  }
  return null;
}

function errors(words: string, causes: readonly string[]): Template | null {
  if (!/^any error occurs$/.test(words) || causes.length === 0) return null;
  return {
    text: `${words} because ${slot('error')}`,
    axes: [axis('error', causes, `because ${slot('error')}`)],
  };
}

/** "less than 0 or greater than 0xffff": just outside both limits, and far outside. */
function limits(words: string): Template | null {
  const number = '(-?(?:0x[0-9a-f]+|\\d+))';
  const match = new RegExp(
    `^(.*\\b(?:is|are)) ((?:less|smaller|lower) than ${number}) or ((?:greater|more|larger|higher) than ${number})$`,
    'i',
  ).exec(words);
  if (match === null) return null;
  const [, head = '', below = '', low = '', above = '', high = ''] = match;
  const column = /\b(\w+) member\b/.exec(head)?.[1] ?? 'value';
  const rows = [
    [INT_MIN, below],
    [Number(low) - 1, below],
    [Number(high) + 1, above],
    [INT_MAX, above],
  ].map((row) => row.map(String));
  return {
    text: `${head} ${slot(column)}`,
    axes: [{ columns: [column, 'limit'], rows, title: `${slot(column)} is ${slot('limit')}` }],
  };
}

function positions(words: string): Template | null {
  const match = /^any of the buffers\b/.exec(words);
  if (match === null) return null;
  return {
    text: `the ${slot('position')} one of the buffers${words.slice(match[0].length)}`,
    axes: [axis('position', ['first', 'middle', 'last'], `the ${slot('position')} one`)],
  };
}

/** "A, B, or C" over the three. */
function list(words: string, names: ReadonlySet<string>): Template | null {
  const match = LIST.exec(words);
  if (match === null) return null;
  const values = [...(match[2] ?? '').split(', '), match[3] ?? ''];
  if (!values.every((value) => isName(value, names))) return null;
  const head = words.slice(0, match.index);
  const tail = words.slice(match.index + match[0].length);
  const group = /^any of the (.*?)(\w+)s $/.exec(head);
  const column =
    group?.[2] ?? (/\b(?:is|are|equals) $/.test(head) ? 'value' : tail.includes(' of ') ? 'member' : 'name');
  const opening = group === null ? head + (match[1] ?? '') : `the ${group[1]}${group[2]} `;
  return {
    text: opening + slot(column) + (group === null ? tail : tail.replace(/^ are\b/, ' is')),
    axes: [axis(column, values, slot(column))],
  };
}

function isName(word: string, names: ReadonlySet<string>): boolean {
  return word.includes('_') || /^[A-Z][A-Z0-9]+$/.test(word) || names.has(word);
}
