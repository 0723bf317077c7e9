import { axis, plain, slot, type Template } from './template.js';
import type { Alternatives, CompositionRules } from './rules.js';

/** What a condition's words may name. */
export interface Vocabulary {
  readonly rules: CompositionRules;
  /** The function that the condition is about. */
  readonly functionName: string | null;
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
    alternatives(words, vocabulary) ??
    errors(words, vocabulary.errors) ??
    limits(words) ??
    positions(words) ??
    list(words, vocabulary.names) ??
    plain(words)
  );
}

/** What a phrase runs over, as the place says that binds it. */
function alternatives(words: string, { rules, functionName }: Vocabulary): Template | null {
  for (const one of rules.alternatives) {
    const text = one.kind === 'rewritten' ? rewritten(words, one) : appended(words, functionName, one);
    if (text !== null) return { text, axes: [axis(one.column, one.values, `with ${slot(one.column)}`)] };
  }
  return null;
}

function rewritten(
  words: string,
  { words: pattern, instead, column }: Extract<Alternatives, { kind: 'rewritten' }>,
): string | null {
  return pattern.test(words) ? words.replace(pattern, instead).replace(`<${column}>`, slot(column)) : null;
}

function appended(
  words: string,
  functionName: string | null,
  { joint, column, values, takes }: Extract<Alternatives, { kind: 'appended' }>,
): string | null {
  const head = words.replace(/ for any reason$/, '') + joint;
  return values.every((value) => takes(head + value, functionName)) ? head + slot(column) : null;
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
