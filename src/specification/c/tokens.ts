/** A word, number, string or mark of C, with its offset in the document. */
export interface CToken {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** True for the first token of a line. */
  readonly leads: boolean;
}

/** Tokens of a listing, and the object-like macros it defines. */
export interface CTokens {
  readonly tokens: readonly CToken[];
  readonly macros: ReadonlyMap<string, readonly CToken[]>;
}

const TOKEN =
  /\/\/[^\r\n]*|\/\*[^]*?(?:\*\/|$)|```[^\r\n]*|"(?:[^"\\\r\n]|\\.)*"?|'(?:[^'\\\r\n]|\\.)*'?|[A-Za-z_]\w*|\d[\w.]*|\.\.\.|\S/g;

const DIRECTIVE = /^[ \t]*#[ \t]*(\w+)(?:\\\r?\n|[^\r\n\\]|\\)*/gm;

/**
 * Splits C source into tokens. Comments, preprocessor lines and the marks of fences are left out; what a `#define` without
 * parameters stands for is kept aside.
 *
 * @param start - offset in `text` where the listing begins.
 * @param end - offset behind it.
 */
export function tokensOf(text: string, start: number, end: number): CTokens {
  const source = text.slice(start, end);
  const macros = new Map<string, readonly CToken[]>();
  let rest = '';
  let last = 0;
  for (const { index, 0: directive, 1: name } of source.matchAll(DIRECTIVE)) {
    rest += source.slice(last, index) + ' '.repeat(directive.length);
    last = index + directive.length;
    const definition = /^[ \t]*#[ \t]*define[ \t]+([A-Za-z_]\w*)(?!\w|\()/.exec(directive);
    if (name !== 'define' || definition === null) continue;
    const body = directive.slice(definition[0].length).replace(/\\(?=\r?\n)/g, ' ');
    macros.set(definition[1] ?? '', split(body, start + index + definition[0].length));
  }
  return { tokens: split(rest + source.slice(last), start), macros };
}

function split(source: string, offset: number): readonly CToken[] {
  const tokens: CToken[] = [];
  let last = 0;
  for (const { index, 0: text } of source.matchAll(TOKEN)) {
    if (/^(?:\/\/|\/\*|```)/.test(text)) continue;
    const leads = source.slice(last, index).includes('\n');
    last = index + text.length;
    tokens.push({ text, start: offset + index, end: offset + last, leads });
  }
  return tokens;
}
