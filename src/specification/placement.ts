import { visit } from 'unist-util-visit';
import type { ListItem, Nodes } from 'mdast';
import type { Closing } from './closing.js';
import type { Document } from './document.js';
import { firstFrom } from './headings.js';
import { endOf, startOf } from './markdown.js';
import type { Opening } from './opening.js';
import type { Visible } from './visible.js';

/** A requirement's markers, and what the table around it does to its passage. */
export interface Placed extends Closing {
  readonly opening: Opening;
  readonly inCell: boolean;
}

/** Gives, for offsets in ascending order, the table cell they stand in. */
export function cellsOf({ tree }: Document): (offset: number) => { readonly end: number } | null {
  const cells: { start: number; end: number }[] = [];
  visit(tree, 'tableCell', (node) => {
    cells.push({ start: startOf(node), end: endOf(node) });
  });
  let next = 0;
  return (offset) => {
    while ((cells[next]?.end ?? Infinity) <= offset) next += 1;
    const cell = cells[next];
    return cell !== undefined && cell.start <= offset ? cell : null;
  };
}

/** A list item with the requirement that introduces the list it belongs to. */
interface Item {
  readonly start: number;
  readonly end: number;
  readonly introducer: number | null;
  readonly outer: Item | null;
}

/**
 * For each requirement the position of the one whose list it stands in, or null. A list belongs to the requirement at the
 * end of the paragraph before it when that ends with a colon, and to the requirement of the item that it is nested in.
 */
export function parentsOf(
  document: Document,
  placed: readonly Placed[],
  seen: readonly Visible[],
): readonly (number | null)[] {
  const { text, positions, tree } = document;
  const starts = placed.map(({ opening }) => opening);

  /** The requirement that ends a paragraph, with nothing but punctuation behind it. */
  const lastOf = (paragraph: Nodes): { readonly index: number; readonly rest: string } | null => {
    const index = firstFrom(starts, endOf(paragraph)) - 1;
    const place = placed[index];
    if (place === undefined || place.opening.start < startOf(paragraph)) return null;
    return { index, rest: text.slice(place.end, endOf(paragraph)).trim() };
  };
  const introducerOf = (before: Nodes | undefined, outer: Item | null): number | null => {
    const last = before?.type === 'paragraph' ? lastOf(before) : null;
    if (last === null) return outer?.introducer ?? null;
    if (outer !== null) return last.index;
    const colon =
      last.rest.endsWith(':') || (last.rest === '' && (seen[last.index]?.text.endsWith(':') ?? false));
    return colon && /^[.:;,\s]*$/.test(last.rest) ? last.index : null;
  };

  const items: Item[] = [];
  const walk = (node: Nodes, outer: Item | null): void => {
    if (!('children' in node)) return;
    let before: Nodes | undefined;
    for (const child of node.children) {
      if (child.type === 'list') {
        const introducer = introducerOf(before, outer);
        for (const entry of child.children) walkItem(entry, introducer, outer);
      } else walk(child, outer);
      before = child;
    }
  };
  const walkItem = (entry: ListItem, introducer: number | null, outer: Item | null): void => {
    const item: Item = { start: startOf(entry), end: endOf(entry), introducer, outer };
    items.push(item);
    walk(entry, item);
  };
  walk(tree, null);

  const columnOf = (offset: number): number => positions.slice(offset, offset).column;
  /** A line that stands left of the item's text belongs to it by Markdown's leniency alone. */
  const isLazy = (item: Item, offset: number): boolean => {
    const line = positions.lineOf(offset);
    if (line === positions.lineOf(item.start)) return false;
    const lineStart = positions.startOf(line);
    const indent = text.slice(lineStart, offset).search(/[^ \t>]|$/);
    return indent < columnOf(item.start);
  };

  let next = 0;
  let open: Item | null = null;
  return placed.map(({ opening }) => {
    for (let item = items[next]; item !== undefined && item.start <= opening.start; item = items[next]) {
      open = item;
      next += 1;
    }
    while (open !== null && (open.end <= opening.start || isLazy(open, opening.start))) open = open.outer;
    return open?.introducer ?? null;
  });
}
