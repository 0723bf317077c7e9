import { slug } from 'github-slugger';
import type { Nodes } from 'mdast';
import type { Document } from './document.js';
import { endOf, startOf } from './markdown.js';
import type { PhraseDefinition, Requirement } from './model.js';
import { firstFrom } from './headings.js';
import { visible } from './visible.js';

/** `The phrase "enter X" means …`, `The words "…" as used in this section means that: …` */
const DEFINITION =
  /\bthe\s+(?:phrases?|words?|terms?|expressions?)\s+["“”'‘]([^"“”]{1,120}?)["“”'’]\s+(?:as\s+used\s[^."“”]{1,80}?\s)?means?\b(?:\s+that\b)?\s*:?\s*/i;

/**
 * The phrases that a document defines, in requirements or in prose, and the requirements that use each: in their words, or by
 * a link to the heading the definition stands under.
 */
export function phrasesOf(
  document: Document,
  requirements: readonly Requirement[],
): readonly PhraseDefinition[] {
  const inRequirements = requirements.flatMap((requirement) => {
    const match = DEFINITION.exec(requirement.text);
    if (match === null) return [];
    const meaning = requirement.text.slice(match.index + match[0].length);
    return [
      {
        phrase: match[1] ?? '',
        meaning: [meaning],
        requirement: requirement.label,
        slice: requirement.slice,
      },
    ];
  });
  const found = [...inRequirements, ...inProse(document, requirements)].sort(
    (left, right) => left.slice.start - right.slice.start,
  );
  if (found.length === 0) return [];
  const links = requirements.map(({ markdown }) => (markdown.includes('](') ? anchorsOf(markdown) : []));
  return found.map((definition) => {
    const anchors = anchorsFor(document, definition.phrase, definition.slice.start);
    const words = wordsPattern(definition.phrase);
    const usedBy = requirements
      .filter(
        ({ label, text }, index) =>
          label !== definition.requirement &&
          (words.test(text) || links[index]?.some((link) => anchors.has(link))),
      )
      .map(({ label }) => label);
    return { ...definition, usedBy };
  });
}

type Definition = Omit<PhraseDefinition, 'usedBy'>;

/** Definitions that are no requirements: a paragraph, with the list behind it when it ends with a colon. */
function inProse(
  { text, tree, positions }: Document,
  requirements: readonly Requirement[],
): readonly Definition[] {
  const starts = requirements.map(({ slice }) => slice);
  const definitions: Definition[] = [];
  const walk = (node: Nodes): void => {
    if (!('children' in node)) return;
    node.children.forEach((child, index) => {
      if (child.type !== 'paragraph') {
        walk(child);
        return;
      }
      const start = startOf(child);
      const source = text.slice(start, endOf(child));
      const next = requirements[firstFrom(starts, start)];
      if (!/\bmeans?\b/i.test(source) || (next !== undefined && next.slice.start < endOf(child))) return;
      const seen = visible(source).text;
      const match = DEFINITION.exec(seen);
      if (match === null) return;
      const behind = node.children[index + 1];
      const list = seen.endsWith(':') && behind?.type === 'list' ? behind : null;
      const meaning =
        list === null
          ? [seen.slice(match.index + match[0].length)]
          : list.children.map(
              (item) => visible(text.slice(startOf(item.children[0] ?? item), endOf(item))).text,
            );
      definitions.push({
        phrase: match[1] ?? '',
        meaning,
        requirement: null,
        slice: positions.slice(start, endOf(list ?? child)),
      });
    });
  };
  walk(tree);
  return definitions;
}

/** Anchors, in lower case, that lead to a definition: of the phrase itself, and of the heading that is its name. */
function anchorsFor({ headings }: Document, phrase: string, start: number): ReadonlySet<string> {
  const anchors = new Set([slug(phrase)]);
  const heading = headings[firstFrom(headings, start) - 1];
  if (heading?.text.toLowerCase().includes(phrase.toLowerCase())) anchors.add(slug(heading.text));
  return anchors;
}

function anchorsOf(markdown: string): readonly string[] {
  return visible(markdown)
    .links.filter((url) => url.startsWith('#'))
    .map((url) => {
      try {
        return decodeURIComponent(url.slice(1)).toLowerCase();
      } catch {
        return url.slice(1).toLowerCase();
      }
    });
}

/** The phrase as a whole: "enter STORE_STATE_OPEN" isn't used by "enter STORE_STATE_OPENING". */
function wordsPattern(phrase: string): RegExp {
  const words = phrase
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return new RegExp(`(?<!\\w)${words.join('\\s+')}(?!\\w)`, 'i');
}
