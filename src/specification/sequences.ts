import type { List, Nodes } from 'mdast';
import type { Document } from './document.js';
import { firstFrom, type Heading } from './headings.js';
import { endOf, startOf } from './markdown.js';
import type { CallSequence } from './model.js';
import { visible } from './visible.js';

const SECTION = /\bcall sequences?\b/i;

/**
 * The example call sequences of a document: under a heading such as "API Call Sequence Examples", one for each heading below
 * it, or one for itself. A group is a list of calls with the sentence that leads to it.
 */
export function sequencesOf(document: Document): readonly CallSequence[] {
  const { headings, text, positions, tree } = document;
  const nodes = tree.children.map((node) => ({ node, start: startOf(node) }));
  const sequenceAt = (heading: Heading, limit: number): readonly CallSequence[] => {
    const inside = nodes
      .slice(firstFrom(nodes, heading.end), firstFrom(nodes, limit))
      .map(({ node }) => node);
    const groups = groupsIn(document, inside);
    if (groups.length === 0) return [];
    const end = heading.start + text.slice(heading.start, limit).trimEnd().length;
    return [
      {
        label: labelOf(heading.text),
        name: heading.text,
        groups,
        slice: positions.slice(heading.start, end),
      },
    ];
  };
  return headings.flatMap((chapter, index) => {
    if (!SECTION.test(chapter.text)) return [];
    let last = index + 1;
    while ((headings[last]?.depth ?? 0) > chapter.depth) last += 1;
    const subjects = last === index + 1 ? [chapter] : headings.slice(index + 1, last);
    const bottom = headings[last]?.start ?? text.length;
    return subjects.flatMap((heading, position) =>
      sequenceAt(heading, subjects[position + 1]?.start ?? bottom),
    );
  });
}

/** `Telemetry Send example` gives `sequence/telemetry-send`. */
function labelOf(name: string): string {
  const words =
    name
      .replace(/\bexamples?\b/gi, ' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}_]+/gu) ?? [];
  return `sequence/${words.join('-')}`;
}

function groupsIn({ text }: Document, nodes: readonly Nodes[]): CallSequence['groups'] {
  return nodes.flatMap((node, index) => {
    if (node.type !== 'list') return [];
    const before = nodes[index - 1];
    const lead = before?.type === 'paragraph' ? visible(text.slice(startOf(before), endOf(before))).text : '';
    return [{ lead, calls: callsIn(text, node) }];
  });
}

function callsIn(text: string, list: List): CallSequence['groups'][number]['calls'] {
  return list.children.flatMap((item) => {
    const seen = visible(text.slice(startOf(item.children[0] ?? item), endOf(item))).text;
    const name = /[A-Za-z]\w*_\w+/.exec(seen);
    if (name === null) return [];
    const rest = `${seen.slice(0, name.index)} ${seen.slice(name.index + name[0].length)}`;
    return [{ function: name[0], note: rest.replace(/^[\s():–—-]+/, '').trim() }];
  });
}
