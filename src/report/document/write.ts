import GithubSlugger from 'github-slugger';
import type { AlignType, Html, List, ListItem, Nodes, Root, Table as PipeTable } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { blockTree, endOf, passageTree, startOf } from '../../specification/markdown.js';
import type { DocumentTrace, Verdict } from '../../trace/model.js';
import { escapeHtml } from './escape.js';
import { htmlAsText, inlineHtml, type InlineContext } from './inline.js';
import { marksOf, type Marks, type Part } from './marks.js';
import { placedTables, type PlacedTable } from './tables.js';

interface Context extends InlineContext {
  readonly text: string;
  readonly marks: Marks;
  readonly tables: readonly PlacedTable[];
  readonly slugger: GithubSlugger;
}

/**
 * An SRS document as HTML, with every requirement marked in the colour of its verdict. Nothing of the document becomes
 * markup but what Markdown itself means: its raw HTML is shown as text, its HTML tables are rebuilt.
 *
 * @param file - path that errors name.
 * @param verdicts - by label.
 * @param addressOf - the page's address of a heading, by its slug.
 */
export function documentHtml(
  file: string,
  { text, passages }: DocumentTrace,
  verdicts: ReadonlyMap<string, Verdict>,
  addressOf: (slug: string) => string,
): string {
  const tree = blockTree(file, text);
  return blocks(tree.children, {
    text,
    marks: marksOf(passages, verdicts),
    tables: placedTables(text, tree),
    slugger: new GithubSlugger(),
    definitions: definitionsOf(tree, text),
    anchorOf: addressOf,
  });
}

function definitionsOf(tree: Root, text: string): ReadonlyMap<string, string> {
  const definitions = new Map<string, string>();
  visit(tree, 'definition', (node) => {
    if (!definitions.has(node.identifier))
      definitions.set(node.identifier, text.slice(startOf(node), endOf(node)));
  });
  return definitions;
}

function blocks(nodes: readonly Nodes[], context: Context): string {
  return nodes.map((node) => block(node, context)).join('');
}

function block(node: Nodes, context: Context): string {
  switch (node.type) {
    case 'heading': {
      const slug = context.slugger.slug(toString(passageTree(toString(node))));
      const level = Math.min(6, node.depth + 1);
      return `<h${level} data-slug="${escapeHtml(slug)}">${content(node.children, context)}</h${level}>\n`;
    }
    case 'paragraph':
      return `<p>${content(node.children, context)}</p>\n`;
    case 'code':
      return code(node, context);
    case 'blockquote':
      return `<blockquote>${blocks(node.children, context)}</blockquote>\n`;
    case 'list':
      return list(node, context);
    case 'table':
      return pipeTable(node, context);
    case 'html':
      return raw(node, context);
    case 'thematicBreak':
      return '<hr>\n';
    case 'definition':
      return '';
    default:
      return 'children' in node ? `<div>${blocks(node.children, context)}</div>\n` : '';
  }
}

/** The inline content between the first and the last of some nodes, requirement by requirement. */
function content(nodes: readonly Nodes[], context: Context): string {
  const [first] = nodes;
  const last = nodes.at(-1);
  if (first === undefined || last === undefined) return '';
  return range(startOf(first), endOf(last), context, (markdown) =>
    inlineHtml(markdown.replace(/(\r\n|\n|\r)[ \t]*(?:>[ \t]?)*/g, '$1'), context),
  );
}

/** A range of the source, with `write` for what stands in it and a mark around each requirement. */
function range(
  start: number,
  end: number,
  { text, marks }: Context,
  write: (source: string) => string,
): string {
  return marks
    .partsOf(start, end)
    .map((part) => {
      const source = text.slice(part.start, part.end);
      const { passage } = part;
      if (passage === null) return write(source);
      // A cell of a state table is named STATE/function, and has no marker of its own.
      const isCell = passage.label.includes('/');
      const begins = part.start === passage.start;
      const link = begins ? `${marks.link(passage)} ` : '';
      const words = write(isCell ? source : withoutMarkers(source, part));
      // An end marker may stand alone, behind a listing.
      return link === '' && words.trim() === '' ? '' : marks.wrap(passage, 'span', `${link}${words}`);
    })
    .join('');
}

/** A requirement without the notation around its words: `**SRS_A_01_001: [**` and `**]**`. */
function withoutMarkers(source: string, { start, end, passage }: Part): string {
  let words = source;
  if (start === passage?.start) words = words.replace(/^[^[]*\[[ \t]?(?:\*{1,2}|<\/?(?:b|strong)>)?/, '');
  if (end === passage?.end)
    words = words.replace(/(?:\*{1,2}|<b>|<strong>)?[ \t]?\\?\](?:\*{1,4}|<\/(?:b|strong)>)?[ \t]*$/, '');
  return words;
}

/** A listing; one that belongs to a requirement is marked as a whole. */
function code(node: Nodes & { readonly type: 'code' }, context: Context): string {
  const [start, end] = [startOf(node), endOf(node)];
  const parts = context.marks.partsOf(start, end);
  const [only] = parts;
  const listing = `<pre><code>${escapeHtml(node.value)}</code></pre>`;
  if (parts.length === 1 && only !== undefined) {
    const begins = only.passage?.start === start;
    return `${only.passage === null || begins ? listing : context.marks.wrap(only.passage, 'div', listing)}\n`;
  }
  // A fence that was closed wrongly has swallowed requirements.
  return `<pre><code>${range(start, end, context, escapeHtml)}</code></pre>\n`;
}

function list(node: List, context: Context): string {
  const tag = node.ordered === true ? 'ol' : 'ul';
  const start =
    node.ordered === true && node.start != null && node.start !== 1 ? ` start="${node.start}"` : '';
  return `<${tag}${start}>${node.children.map((item) => listItem(item, context)).join('')}</${tag}>\n`;
}

function listItem(item: ListItem, context: Context): string {
  const [first, ...others] = item.children;
  if (first?.type !== 'paragraph' || item.spread === true)
    return `<li>${blocks(item.children, context)}</li>`;
  return `<li>${content(first.children, context)}${blocks(others, context)}</li>`;
}

function pipeTable({ children, align }: PipeTable, context: Context): string {
  const rows = children.map((row, index) => {
    const cells = row.children.map((cell, column) => {
      const tag = index === 0 ? 'th' : 'td';
      return `<${tag}${alignment(align?.[column])}>${content(cell.children, context)}</${tag}>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<div class="wide"><table>${rows.join('')}</table></div>\n`;
}

function alignment(align: AlignType | undefined): string {
  return align == null ? '' : ` class="${align}"`;
}

/** Raw HTML: tables are rebuilt where they begin, the rest is text. */
function raw(node: Html, context: Context): string {
  const { text, tables } = context;
  const [start, end] = [startOf(node), endOf(node)];
  const pieces: string[] = [];
  let at = start;
  for (const table of tables.filter((one) => one.start < end && one.end > start)) {
    if (table.start > at) pieces.push(leftover(text.slice(at, table.start)));
    if (table.start >= start) pieces.push(rebuilt(table, context));
    at = Math.max(at, Math.min(end, table.end));
  }
  pieces.push(leftover(text.slice(at, end)));
  return pieces.join('');
}

function leftover(html: string): string {
  const shown = htmlAsText(html).trim();
  return shown === '' ? '' : `<p>${shown}</p>\n`;
}

function rebuilt({ rows }: PlacedTable, context: Context): string {
  const columns = Math.max(1, ...rows.map(({ cells }) => cells.length));
  const written = rows.map(({ caption, cells }) => {
    if (cells.length === 0) return `<tr><th colspan="${columns}">${escapeHtml(caption)}</th></tr>`;
    const tds = cells.map(({ start, end }) => `<td>${range(start, end, context, htmlAsText)}</td>`);
    return `<tr>${tds.join('')}</tr>`;
  });
  return `<div class="wide"><table>${written.join('')}</table></div>\n`;
}
