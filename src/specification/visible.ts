import type { Nodes } from 'mdast';
import { passageTree } from './markdown.js';
import { plainPassage } from './plain.js';

/** A passage as a reader sees it. */
export interface Visible {
  /** Emphasis, code spans and links reduced to their text, entities and escapes decoded, white space collapsed. */
  readonly text: string;
  /** Content of its code fences, as it stands; empty when there is none. */
  readonly listing: string;
  /** Targets of its links. */
  readonly links: readonly string[];
}

/** Marks the start of a line that goes on from text before it, so that no block construct begins there. */
const CONTINUED = '\u2060 ';

/** Delimiters that one parse takes: the parser's time grows with their square, a document's must not. */
const MOST_DELIMITERS = 500;

/** A document's link definitions as Markdown, by their label in lower case. */
export type LinkDefinitions = ReadonlyMap<string, string>;

/**
 * Reduces the Markdown of a passage to what a reader sees.
 *
 * @param definitions - those of the document, for links by reference.
 */
export function visible(markdown: string, definitions: LinkDefinitions = new Map()): Visible {
  const plain = plainPassage(markdown);
  if (plain !== null) return { text: collapsed(plain.text), listing: '', links: plain.links };
  const texts: string[] = [];
  const listings: string[] = [];
  const links: string[] = [];
  const see = (node: Nodes): void => {
    switch (node.type) {
      case 'code':
        listings.push(node.value);
        texts.push(' ', node.value, ' ');
        return;
      case 'text':
      case 'inlineCode':
        texts.push(node.value);
        return;
      case 'html':
        texts.push(withoutTags(node.value));
        return;
      case 'break':
        texts.push(' ');
        return;
      case 'image':
      case 'imageReference':
        texts.push(node.alt ?? '');
        return;
      case 'definition':
        return;
      case 'link':
        links.push(node.url);
        break;
    }
    if (!('children' in node)) return;
    for (const child of node.children) see(child);
    if (BLOCKS.has(node.type)) texts.push(' ');
  };
  for (const piece of pieces(markdown)) {
    see(passageTree(`${CONTINUED}${piece}${referenced(piece, definitions)}`));
    texts.push(' ');
  }
  return {
    text: collapsed(texts.join('').replaceAll(CONTINUED.trim(), '')),
    listing: listings.join('\n'),
    links,
  };
}

/** The definitions that a passage refers to, ready to be put behind it. */
function referenced(passage: string, definitions: LinkDefinitions): string {
  if (definitions.size === 0) return '';
  const labels = [...passage.matchAll(/\[([^[\]\\]{1,200})\]/g)].map((match) =>
    collapsed(match[1] ?? '').toLowerCase(),
  );
  const found = [...new Set(labels)].flatMap((label) => definitions.get(label) ?? []);
  return found.length === 0 ? '' : `\n\n${found.join('\n')}`;
}

const BLOCKS = new Set(['paragraph', 'heading', 'listItem', 'tableCell', 'blockquote']);

/** White space collapsed to single blanks, none at the ends. */
export function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Text of a piece of HTML, with `<br>` as a blank; entities stay as they are. */
function withoutTags(html: string): string {
  return html
    .replace(/<!--[^]*?(?:-->|$)/g, '')
    .replace(/<\/?([a-z][a-z0-9]*)(?![a-z0-9])[^<>]*>/gi, (_, name: string) =>
      /^(?:br|p|td|th|tr|li|div)$/i.test(name) ? ' ' : '',
    );
}

/** The text of raw HTML, where Markdown means nothing but entities are entities. */
export function visibleHtml(html: string): string {
  const text = collapsed(withoutTags(html));
  if (!text.includes('&')) return text;
  return visible(text.replace(/[!-/:-@[-`{-~]/g, (mark) => (/[&;#]/.test(mark) ? mark : `\\${mark}`))).text;
}

/** The whole passage, or, when it has more delimiters than any sentence, parts of it cut at white space. */
function pieces(markdown: string): readonly string[] {
  const delimiters = [...markdown.matchAll(/[*_~`<[]/g)];
  if (delimiters.length <= MOST_DELIMITERS) return [markdown];
  const parts: string[] = [];
  let start = 0;
  for (let index = MOST_DELIMITERS; index < delimiters.length; index += MOST_DELIMITERS) {
    const at = delimiters[index]?.index ?? markdown.length;
    const blank = markdown.lastIndexOf(' ', at);
    const cut = blank > start ? blank : at;
    parts.push(markdown.slice(start, cut));
    start = cut;
  }
  parts.push(markdown.slice(start));
  return parts;
}
