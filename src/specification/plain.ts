/** A passage that needs no parse: its text, and the targets of its links. */
export interface PlainPassage {
  readonly text: string;
  readonly links: readonly string[];
}

/** Text in which no character means anything to Markdown, and code spans of one backtick. */
const WORDS = '(?:[^\\W_]|(?<=[^\\W_])_+(?=[^\\W_])|[ ,.;:()\'"/=-]|(?<!`)`[^`\\0\\t\\r\\n\\u2060]+`(?!`))';

/** A link to an anchor of the same document, with or without a title. */
const LINK = `\\[(${WORDS}+)\\]\\((#[\\w-]*)(?: +"[^"\\\\\\0\\r\\n]*")?\\)`;

const PLAIN = new RegExp(`^(?:${WORDS}|${LINK})*$`);
const SPAN_OR_LINK = new RegExp(`\`([^\`]+)\`|${LINK}`, 'g');
const LONGEST = 1000;

/**
 * Reads a passage of words, code spans and links to anchors as the Markdown parser would: nearly every sentence of
 * nearly every document, and a parse for each costs more than that of the whole document.
 *
 * @returns null when the passage holds anything else.
 */
export function plainPassage(markdown: string): PlainPassage | null {
  if (markdown.length > LONGEST || !PLAIN.test(markdown)) return null;
  const links: string[] = [];
  const reduce = (passage: string): string =>
    passage.replace(SPAN_OR_LINK, (_, code?: string, words?: string, target?: string) => {
      if (code !== undefined) return unpadded(code);
      links.push(target ?? '');
      return reduce(words ?? '');
    });
  return { text: reduce(markdown), links };
}

/** A blank at both ends of a code span belongs to its marks, unless there is nothing but blanks. */
function unpadded(code: string): string {
  return /^ .*[^ ].* $/.test(code) ? code.slice(1, -1) : code;
}
