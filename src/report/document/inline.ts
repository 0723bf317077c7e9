import type { Definition, Nodes, Resource } from 'mdast';
import { passageTree } from '../../specification/markdown.js';
import type { LinkDefinitions } from '../../specification/visible.js';
import { escapeHtml } from './escape.js';

/** Delimiters beyond which a passage is shown as it stands: the parser's time grows with their square. */
const MOST_DELIMITERS = 500;

/** Tags that only dress text up: dropped, while any other tag is shown as the text that it is. */
const DRESS = /^<\/?(?:a|b|code|div|em|font|i|p|small|span|strong|sub|sup|tt|u)(?:\s[^<>]*)?\/?>$/i;

/** Words and code spans alone: most sentences, and no work for a parser. */
const SIMPLE = /^(?:[^\W_]|(?<=[^\W_])_+(?=[^\W_])|[\s,.;()'"/=-]|:(?!\/\/)|`[^`\\\r\n]+`)*$/;

/** Keeps what follows from beginning a block of its own. */
const CONTINUED = '\u2060';

/** What inline Markdown needs to know of its document. */
export interface InlineContext {
  readonly definitions: LinkDefinitions;
  /** The address of a heading, by the fragment of a link. */
  readonly anchorOf: (fragment: string) => string;
}

/** Inline Markdown as HTML; everything that is not one of the constructs below is escaped text. */
export function inlineHtml(markdown: string, context: InlineContext): string {
  if (markdown.trim() === '') return markdown === '' ? '' : ' ';
  if ((markdown.match(/[*_~`<[]/g)?.length ?? 0) > MOST_DELIMITERS) return escapeHtml(markdown);
  if (markdown.length < 1000 && SIMPLE.test(markdown) && !/www\.| {2}[\r\n]/i.test(markdown))
    return simple(markdown);
  const lead = /^\s/.test(markdown) ? ' ' : '';
  const trail = /\s$/.test(markdown) ? ' ' : '';
  const definitions = [...markdown.matchAll(/\[([^[\]\\]{1,200})\]/g)].flatMap(
    ([, label = '']) => context.definitions.get(label.replace(/\s+/g, ' ').trim().toLowerCase()) ?? [],
  );
  const tree = passageTree([`${CONTINUED}${markdown.trim()}`, ...new Set(definitions)].join('\n\n'));
  const targets = new Map(
    tree.children.filter((node) => node.type === 'definition').map((node) => [node.identifier, node]),
  );
  return `${lead}${writeAll(tree.children, { ...context, targets }).replace(CONTINUED, '')}${trail}`;
}

function simple(markdown: string): string {
  return markdown
    .split('`')
    .map((part, index) => (index % 2 === 0 ? escapeHtml(part) : `<code>${escapeHtml(codeOf(part))}</code>`))
    .join('');
}

/** A code span loses one blank at both ends when it has them at both. */
function codeOf(span: string): string {
  return /^ .*[^ ].* $/.test(span) ? span.slice(1, -1) : span;
}

/** With the link definitions that the passage itself refers to. */
interface WriteContext extends InlineContext {
  readonly targets: ReadonlyMap<string, Definition>;
}

function writeAll(nodes: readonly Nodes[], context: WriteContext): string {
  return nodes.map((node) => write(node, context)).join('');
}

function write(node: Nodes, context: WriteContext): string {
  switch (node.type) {
    case 'text':
      return escapeHtml(node.value);
    case 'inlineCode':
      return `<code>${escapeHtml(node.value)}</code>`;
    case 'code':
      return `<code class="listing">${escapeHtml(node.value)}</code>`;
    case 'html':
      return htmlAsText(node.value);
    case 'break':
      return '<br>';
    case 'image':
    case 'imageReference':
      return `<span class="image">${escapeHtml(node.alt ?? 'image')}</span>`;
    case 'definition':
      return '';
    case 'emphasis':
      return `<em>${writeAll(node.children, context)}</em>`;
    case 'strong':
      return `<strong>${writeAll(node.children, context)}</strong>`;
    case 'delete':
      return `<del>${writeAll(node.children, context)}</del>`;
    case 'link':
      return linkHtml(node, writeAll(node.children, context), context);
    case 'linkReference':
      return linkHtml(context.targets.get(node.identifier), writeAll(node.children, context), context);
    default:
      return 'children' in node ? writeAll(node.children, context) : '';
  }
}

/** A tag of the source as text; line breaks break lines, comments say nothing. */
export function htmlAsText(html: string): string {
  return html
    .split(/(<!--[^]*?(?:-->|$)|<[^<>]*>)/)
    .map((part) => {
      if (/^<br\s*\/?>$/i.test(part)) return '<br>';
      return part.startsWith('<!--') || DRESS.test(part) ? '' : escapeHtml(part);
    })
    .join('');
}

/** Only what leads to the web or to a heading of the document is a link. */
function linkHtml(target: Resource | undefined, html: string, { anchorOf }: InlineContext): string {
  if (target === undefined) return html;
  const { url, title } = target;
  const hint = title == null ? '' : ` title="${escapeHtml(title)}"`;
  if (url.startsWith('#')) return `<a href="${escapeHtml(anchorOf(url.slice(1)))}"${hint}>${html}</a>`;
  if (!/^(?:https?|mailto):/i.test(url)) return `<span class="file-link"${hint}>${html}</span>`;
  return `<a href="${escapeHtml(url)}" rel="noopener noreferrer"${hint}>${html}</a>`;
}
