import type { List, ListItem, Nodes } from 'mdast';
import type { Document } from './document.js';
import { endOf, startOf } from './markdown.js';
import type { StateDefinition } from './model.js';
import { sectionsOf } from './sections.js';
import { visible } from './visible.js';

/** A name, in bold, as code or in capitals, and the verb behind it. */
const DEFINITION =
  /^\s*(?:(\*\*|__)([^*\r\n]{1,80})\1|`([^`\r\n]{1,80})`|([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+))\s+(?:means?|is|are)\b/;

/**
 * The states that a document defines: the items, in the manner of "STORE_STATE_OPEN means …", of a list that a
 * paragraph about states introduces or that stands in a section about states.
 */
export function statesOf(document: Document): readonly StateDefinition[] {
  const { text, tree, headings, positions } = document;
  const section = sectionsOf(headings, []);
  const states: StateDefinition[] = [];
  const walk = (node: Nodes): void => {
    if (!('children' in node)) return;
    let before: Nodes | undefined;
    for (const child of node.children) {
      if (child.type === 'list' && isAboutStates(before, child)) {
        for (const item of child.children) states.push(...definedIn(item));
      } else walk(child);
      before = child;
    }
  };
  const isAboutStates = (before: Nodes | undefined, list: List): boolean => {
    const lead = before?.type === 'paragraph' ? text.slice(startOf(before), endOf(before)) : '';
    return /\bstates?\b/i.test(`${section(startOf(list)).path.at(-1) ?? ''} ${lead}`);
  };
  const definedIn = (item: ListItem): readonly StateDefinition[] => {
    const [first] = item.children;
    if (first === undefined) return [];
    const start = startOf(first);
    const end = endOf(item);
    const definition = DEFINITION.exec(text.slice(start, end));
    const name = definition?.[2] ?? definition?.[3] ?? definition?.[4];
    if (name === undefined) return [];
    return [
      {
        name: visible(name).text,
        text: visible(text.slice(start, end)).text,
        slice: positions.slice(start, end),
      },
    ];
  };
  walk(tree);
  return states;
}
