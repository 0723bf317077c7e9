import type { Nodes } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import type { Requirement } from '../specification/model.js';

const markdown = remark().use(remarkGfm);

/** The sentence as a rule's description has it: links reduced to their words, code in backticks, listings left out. */
export function ruleDescription(requirement: Requirement): string {
  return words(markdown.parse(requirement.markdown)).replace(/\s+/g, ' ').trim();
}

function words(node: Nodes): string {
  switch (node.type) {
    case 'inlineCode':
      return `\`${node.value}\``;
    case 'text':
      return node.value;
    case 'code':
      return '';
    case 'break':
      return ' ';
    case 'html':
      return /^<br\s*\/?>$/i.test(node.value) ? ' ' : node.value;
    default: {
      if (!('children' in node)) return '';
      const joint = node.children.some(({ type }) => type === 'paragraph' || type === 'listItem') ? ' ' : '';
      return node.children.map(words).join(joint);
    }
  }
}
