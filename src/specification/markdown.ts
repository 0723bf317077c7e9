import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import type { Nodes, Root } from 'mdast';
import { SpecificationError } from './errors.js';

/** Documents beyond this many characters are refused: the parser keeps some hundred bytes for each. */
const LONGEST_DOCUMENT = 8 * 1024 * 1024;

/** Consecutive lines without a blank one after which a paragraph is cut, because the parser's time grows with their square. */
const LONGEST_PARAGRAPH = 500;

const INLINE_CONSTRUCTS = [
  'attention',
  'autolink',
  'characterEscape',
  'characterReference',
  'codeText',
  'emailAutolink',
  'gfmFootnoteCall',
  'gfmPotentialFootnoteCall',
  'hardBreakEscape',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
  'protocolAutolink',
  'strikethrough',
  'wwwAutolink',
];

const inlineProcessor = remark().use(remarkGfm).freeze();

const blockProcessor = remark()
  .use(remarkGfm)
  .use(function () {
    const data = this.data();
    (data.micromarkExtensions ??= []).push({ disable: { null: INLINE_CONSTRUCTS } });
    // What is found in text after the parse (addresses that become links) is no block either.
    data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
      .flat()
      .map((extension) => ({ ...extension, transforms: [] }));
  })
  .freeze();

/** The tree of a passage, inline constructs included. Meant for passages: its time is not linear. */
export function passageTree(markdown: string): Root {
  return inlineProcessor.parse(markdown);
}

/**
 * The tree of a whole document: headings, lists, fences, tables, raw HTML, with what stands inside them left as text.
 * Offsets are those of `text`.
 */
export function blockTree(file: string, text: string): Root {
  requireBearable(file, text);
  return blockProcessor.parse(tamed(text));
}

/** @throws SpecificationError for a document that is too long to be parsed. */
export function requireBearable(file: string, text: string): void {
  if (text.length <= LONGEST_DOCUMENT) return;
  throw new SpecificationError(
    file,
    `has ${text.length} characters, more than the ${LONGEST_DOCUMENT} that a document may have`,
  );
}

/** Lines that may lose their last character: no table rows, no ends of fences. */
const CUTTABLE = /^[^|]*[^|`~\r\n]\r?\n$/;

/** A mark that nests what follows: a block quote, a bullet, a number. */
const CONTAINER = /[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;

/** Containers within containers that one line may open; more are text. */
const MOST_CONTAINERS = 40;

/**
 * Takes the sting out of what the parser can't bear: endless paragraphs, containers nested by the thousand. Only single
 * characters are replaced, so that every offset stays what it was.
 */
function tamed(text: string): string {
  let run = 0;
  return text.replace(/[^\n]*\n|[^\n]+$/g, (line) => {
    const flat = flattened(line);
    run = line.trim() === '' ? 0 : run + 1;
    if (run < LONGEST_PARAGRAPH || !CUTTABLE.test(flat)) return flat;
    run = 0;
    return `${flat.slice(0, -2)}\n\n`;
  });
}

function flattened(line: string): string {
  CONTAINER.lastIndex = 0;
  for (let count = 0; count < MOST_CONTAINERS; count += 1) {
    const start = CONTAINER.lastIndex;
    if (!CONTAINER.test(line)) return line;
    if (count + 1 === MOST_CONTAINERS)
      return `${line.slice(0, start)}${line.slice(start).replace(/[>*+.)-]/g, 'x')}`;
  }
  return line;
}

/** Offset of a node's first character. */
export function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

/** Offset behind a node's last character. */
export function endOf(node: Nodes): number {
  return node.position?.end.offset ?? 0;
}
