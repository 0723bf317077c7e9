import type { CVariable } from '../model.js';
import type { CToken } from './tokens.js';

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '{': '}', '[': ']' };

export function isWord({ text }: CToken): boolean {
  return /^[A-Za-z_]\w*$/.test(text);
}

/** Position of the bracket that closes the one at `open`; the last position when none does. */
export function matching(tokens: readonly CToken[], open: number): number {
  const opening = tokens[open]?.text ?? '';
  const closing = CLOSING[opening];
  let depth = 0;
  for (let index = open; index < tokens.length; index += 1) {
    if (tokens[index]?.text === opening) depth += 1;
    if (tokens[index]?.text === closing && --depth === 0) return index;
  }
  return tokens.length - 1;
}

/** Splits at the commas that stand in no brackets. An empty entry stays: `MOCKABLE_FUNCTION(, int, …)` begins with one. */
export function listOf(tokens: readonly CToken[]): readonly (readonly CToken[])[] {
  const entries: CToken[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.text in CLOSING) depth += 1;
    if (Object.values(CLOSING).includes(token.text)) depth -= 1;
    if (token.text === ',' && depth === 0) entries.push([]);
    else entries.at(-1)?.push(token);
  }
  return entries;
}

/** A type in one spelling: `const char*`, `THANDLE(THREADPOOL)`. */
export function typeText(tokens: readonly CToken[]): string {
  return tokens
    .map(({ text }) => text)
    .join(' ')
    .replace(/ (?=[*()[\],])/g, '')
    .replace(/(?<=[([]) /g, '');
}

/** A parameter or member; null for `void` alone, for `...` and for what is no declaration. */
export function variableOf(tokens: readonly CToken[]): CVariable | null {
  const pointer = tokens.findIndex(({ text }, index) => text === '(' && tokens[index + 1]?.text === '*');
  if (pointer !== -1) {
    const close = matching(tokens, pointer);
    const name = tokens.slice(pointer, close).findLast(isWord);
    if (name === undefined) return null;
    return { type: typeText(tokens.filter((token) => token !== name)), name: name.text };
  }
  const array = tokens.findIndex(({ text }) => text === '[');
  const declared = array === -1 ? tokens : tokens.slice(0, array);
  const name = declared.at(-1);
  if (name === undefined || !isWord(name) || declared.length < 2) return null;
  return { type: typeText([...declared.slice(0, -1), ...tokens.slice(declared.length)]), name: name.text };
}
