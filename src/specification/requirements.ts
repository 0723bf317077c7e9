import { findClosing } from './closing.js';
import type { Document } from './document.js';
import { firstFrom } from './headings.js';
import type { CPrototype, Requirement } from './model.js';
import type { Opening } from './opening.js';
import { cellsOf, parentsOf, type Placed } from './placement.js';
import { sectionsOf } from './sections.js';
import type { CodeSpans } from './spans.js';
import { visible } from './visible.js';

/**
 * Reads the requirements at the markers that were found.
 *
 * A requirement goes from its marker to its closing marker, and never beyond the next marker, a heading or its table cell.
 * One whose closing marker is missing ends with its paragraph.
 */
export function requirementsOf(
  document: Document,
  openings: readonly Opening[],
  spans: CodeSpans,
  prototypes: readonly CPrototype[],
): readonly Requirement[] {
  const { text, headings, positions, definitions } = document;
  const cells = cellsOf(document);
  const placed = openings.map((opening, index): Placed => {
    const heading = headings[firstFrom(headings, opening.end)];
    const cell = cells(opening.start);
    const limit = Math.min(
      openings[index + 1]?.start ?? text.length,
      heading?.start ?? text.length,
      cell?.end ?? text.length,
    );
    return { opening, inCell: cell !== null, ...findClosing(text, opening.end, limit, spans) };
  });

  const occurrences = new Map<string, number>();
  const labels = openings.map(({ id }) => {
    const occurrence = (occurrences.get(id) ?? 0) + 1;
    occurrences.set(id, occurrence);
    return { occurrence, label: occurrence === 1 ? id : `${id}#${occurrence}` };
  });
  const seen = placed.map((place) => visible(passageOf(document, place), definitions));
  const parents = parentsOf(document, placed, seen);
  const section = sectionsOf(headings, prototypes);

  return placed.map(({ opening, bodyEnd, end }, index) => {
    const parent = parents[index] ?? null;
    const { path, function: subject } = section(opening.start);
    const markdown = text.slice(opening.end, bodyEnd).trim();
    const slice = positions.slice(opening.start, end);
    return {
      id: opening.id,
      occurrence: labels[index]?.occurrence ?? 1,
      label: labels[index]?.label ?? opening.id,
      text: seen[index]?.text ?? '',
      markdown,
      listing: seen[index]?.listing ?? '',
      slice,
      section: path,
      function: subject,
      parent: parent === null ? null : (labels[parent]?.label ?? null),
    };
  });
}

/**
 * The Markdown of a passage, freed of what belongs to its place: the indentation of its list item or code block, the
 * marks of a block quote, the escaped pipes of a table cell.
 */
function passageOf({ text, positions }: Document, { opening, bodyEnd, inCell }: Placed): string {
  const body = text.slice(opening.end, bodyEnd);
  if (inCell) return body.replaceAll('\\|', '|');
  if (!/[\r\n]/.test(body)) return body;
  const lineStart = positions.startOf(positions.lineOf(opening.start));
  const quoted = /^[ \t]{0,3}>/.test(text.slice(lineStart, opening.start));
  let fence: { readonly mark: string; readonly indent: number } | null = null;
  const lines = body.split(/\r\n|\n|\r/).map((line, index) => {
    if (index === 0) return line;
    const unquoted = quoted ? line.replace(/^[ \t]{0,3}>[ \t]?/, '') : line;
    const content = unquoted.trimStart();
    const indent = unquoted.length - content.length;
    if (fence !== null) {
      if (content.startsWith(fence.mark)) {
        fence = null;
        return content;
      }
      return unquoted.slice(Math.min(indent, fence.indent));
    }
    const mark = /^(?:```|~~~)/.exec(content);
    if (mark !== null) fence = { mark: mark[0], indent };
    return content;
  });
  return lines.join('\n');
}
