import type { CEnumeration, CPrototype, CStruct, CVariable } from '../model.js';
import type { Positions } from '../position.js';
import { type CToken, tokensOf } from './tokens.js';
import { isWord, listOf, matching, typeText, variableOf } from './variables.js';

/** What the code fences of a document declare. */
export interface Declarations {
  readonly prototypes: readonly CPrototype[];
  readonly enumerations: readonly CEnumeration[];
  readonly structs: readonly CStruct[];
}

const MOCKABLE = /^MOCK(?:ABLE)?_FUNCTION(?:_|$)/;
const ENUM_MACRO = /^(?:MU_)?DEFINE_ENUM(?!.*STRINGS)/;
const STATEMENTS = new Set(['return', 'else', 'case', 'goto']);
const STORAGE = new Set(['extern', 'static', 'inline', 'typedef']);

/**
 * Reads declarations out of a document's listings: prototypes, plain or in `MOCKABLE_FUNCTION(, …)`; function types;
 * structs; enumerations, plain or in `MU_DEFINE_ENUM`. What it does not understand it passes over.
 */
export function declarationsIn(
  text: string,
  listings: readonly { readonly start: number; readonly end: number }[],
  positions: Positions,
): Declarations {
  const parsed = listings.map(({ start, end }) => tokensOf(text, start, end));
  const macros = new Map(parsed.flatMap((listing) => [...listing.macros]));
  const prototypes: CPrototype[] = [];
  const enumerations: CEnumeration[] = [];
  const structs: CStruct[] = [];

  const sliceOf = (tokens: readonly CToken[]) =>
    positions.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0);
  const enumeration = (name: string, values: readonly CToken[], tokens: readonly CToken[]): void => {
    const expanded = values.flatMap((value) =>
      values.length === 1 ? (macros.get(value.text) ?? [value]) : [value],
    );
    const names = listOf(expanded).map((entry) => entry.find(isWord)?.text ?? '');
    enumerations.push({ name, values: names.filter((value) => value !== ''), slice: sliceOf(tokens) });
  };

  const read = (statement: readonly CToken[]): void => {
    const [first, second] = statement;
    if (first === undefined) return;
    if (second?.text === '(' && MOCKABLE.test(first.text)) {
      const prototype = mockable(statement);
      if (prototype !== null) prototypes.push({ kind: 'function', ...prototype, slice: sliceOf(statement) });
      return;
    }
    if (second?.text === '(' && ENUM_MACRO.test(first.text)) {
      const close = matching(statement, 1);
      const comma = statement.findIndex(({ text: mark }) => mark === ',');
      if (comma !== -1) enumeration(statement[2]?.text ?? '', statement.slice(comma + 1, close), statement);
      return;
    }
    const body = bodyOf(statement);
    if (body !== null && body.keyword === 'enum') enumeration(body.name, body.content, statement);
    else if (body !== null && body.keyword === 'struct') {
      structs.push({ name: body.name, members: membersOf(body.content), slice: sliceOf(statement) });
    } else if (body === null) {
      const prototype = first.text === 'typedef' ? functionType(statement) : plainPrototype(statement);
      if (prototype !== null) prototypes.push({ ...prototype, slice: sliceOf(statement) });
    }
  };
  for (const { tokens } of parsed) for (const statement of statementsOf(tokens)) read(statement);
  return { prototypes: withoutRepeats(prototypes), enumerations, structs };
}

/** Splits tokens at semicolons, behind function bodies and behind macro calls that end without a semicolon. */
function statementsOf(tokens: readonly CToken[]): readonly (readonly CToken[])[] {
  const statements: CToken[][] = [];
  let current: CToken[] = [];
  const finish = (): void => {
    if (current.length > 0) statements.push(current);
    current = [];
  };
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) break;
    if (token.text === ';') {
      finish();
      continue;
    }
    if (token.text === '(' || token.text === '{') {
      const close = matching(tokens, index);
      const isFunctionBody = token.text === '{' && current.at(-1)?.text === ')';
      if (!isFunctionBody)
        for (let inner = index; inner <= close; inner += 1) current.push(tokens[inner] ?? token);
      index = close;
      const next = tokens[close + 1];
      const isMacro =
        token.text === '(' && current[1]?.text === '(' && /^[A-Z][A-Z0-9_]*$/.test(current[0]?.text ?? '');
      if (isFunctionBody || (isMacro && next?.leads === true)) finish();
      continue;
    }
    current.push(token);
  }
  finish();
  return statements;
}

interface Signature {
  readonly name: string;
  readonly returnType: string;
  readonly parameters: readonly CVariable[];
  readonly isStatic?: true;
}

/** `MOCKABLE_FUNCTION(modifiers, result, name, type, name, …)`; the oldest form has no modifiers. */
function mockable(statement: readonly CToken[]): Signature | null {
  const entries = listOf(statement.slice(2, matching(statement, 1)));
  const head = entries.length % 2 === 1 ? 1 : 0;
  const name = entries[head + 1]?.at(-1)?.text;
  if (name === undefined) return null;
  const parameters: CVariable[] = [];
  for (let index = head + 2; index + 1 < entries.length; index += 2) {
    parameters.push({ type: typeText(entries[index] ?? []), name: entries[index + 1]?.at(-1)?.text ?? '' });
  }
  return { name, returnType: typeText(entries[head] ?? []), parameters };
}

/** `int store_open_async(CONCRETE_IO_HANDLE store_handle, …)` */
function plainPrototype(statement: readonly CToken[]): (Signature & { readonly kind: 'function' }) | null {
  const words = statement.filter(({ text }) => !STORAGE.has(text));
  const open = openingOfLast(words);
  const name = words[open - 1];
  const returns = words.slice(0, open - 1);
  if (open < 2 || name === undefined || !isWord(name)) return null;
  if (!returns.some(isWord)) return null;
  if (returns.some(({ text }) => STATEMENTS.has(text) || !/^(?:\w+|[*(),])$/.test(text))) return null;
  return {
    kind: 'function',
    name: name.text,
    returnType: typeText(returns),
    parameters: parametersOf(words.slice(open + 1, -1)),
    ...(statement.some(({ text }) => text === 'static') ? { isStatic: true as const } : {}),
  };
}

/** Position of the parenthesis that the last token closes, or -1. */
function openingOfLast(tokens: readonly CToken[]): number {
  let depth = 0;
  for (let index = tokens.length - 1; index >= 0; index -= 1) {
    if (tokens[index]?.text === ')') depth += 1;
    if (tokens[index]?.text === '(') depth -= 1;
    if (depth <= 0) return tokens[index]?.text === '(' ? index : -1;
  }
  return -1;
}

/** `typedef void(*ON_IO_ERROR)(void* context)` */
function functionType(statement: readonly CToken[]): (Signature & { readonly kind: 'functionType' }) | null {
  const words = statement.slice(1);
  const star = words.findIndex(
    (token, index) => token.text === '(' && words.slice(index, index + 3).some(({ text }) => text === '*'),
  );
  if (star === -1) return null;
  const close = matching(words, star);
  const name = words.slice(star, close).findLast(isWord);
  if (name === undefined || words[close + 1]?.text !== '(') return null;
  const parameters = parametersOf(words.slice(close + 2, matching(words, close + 1)));
  return { kind: 'functionType', name: name.text, returnType: typeText(words.slice(0, star)), parameters };
}

interface Body {
  readonly keyword: 'enum' | 'struct';
  readonly name: string;
  readonly content: readonly CToken[];
}

/** `typedef struct TAG { … } NAME`, `enum NAME { … }`, and the like. */
function bodyOf(statement: readonly CToken[]): Body | null {
  const open = statement.findIndex(({ text }) => text === '{');
  const keyword = statement
    .slice(0, Math.max(0, open))
    .find(({ text }) => text === 'enum' || text === 'struct')?.text;
  if (keyword !== 'enum' && keyword !== 'struct') return null;
  const close = matching(statement, open);
  const name = statement.slice(close + 1).findLast(isWord) ?? statement.slice(0, open).findLast(isWord);
  if (name === undefined || name.text === keyword) return null;
  return { keyword, name: name.text, content: statement.slice(open + 1, close) };
}

function membersOf(content: readonly CToken[]): readonly CVariable[] {
  const members: CVariable[] = [];
  let start = 0;
  for (let index = 0; index < content.length; index += 1) {
    const mark = content[index]?.text;
    if (mark === '{' || mark === '(') index = matching(content, index);
    else if (mark === ';') {
      const member = variableOf(content.slice(start, index));
      if (member !== null) members.push(member);
      start = index + 1;
    }
  }
  return members;
}

function parametersOf(tokens: readonly CToken[]): readonly CVariable[] {
  return listOf(tokens).flatMap((entry) => variableOf(entry) ?? []);
}

/** Documents show a prototype twice, in the overview and in its section; both stay only where they differ. */
function withoutRepeats(prototypes: readonly CPrototype[]): readonly CPrototype[] {
  const known = new Set<string>();
  return prototypes.filter(({ kind, name, returnType, parameters }) => {
    const key = JSON.stringify([kind, name, returnType, parameters]);
    const isNew = !known.has(key);
    known.add(key);
    return isNew;
  });
}
