import type { Verdict } from '../../trace/model.js';
import { overall } from '../../trace/requirement_verdict.js';
import { isBad } from '../../trace/verdict.js';
import type { Column } from '../matrix.js';
import type { PageData, PageRequirement } from './data.js';
import type { Filters } from './route.js';

/** Chooses the requirements that filters let through, as indices in the document's order. */
export type Selector = (filters: Filters) => readonly number[];

/** Prepares the search once, so that each key stroke costs one pass over plain strings. */
export function selectorFor({ requirements, documents, columns }: PageData): Selector {
  const texts = requirements.map(({ label, text, reading, function: subject, section }) =>
    [label, text, subject ?? '', reading ?? '', ...section].join('\n').toLowerCase(),
  );
  return (filters) => {
    const words = filters.q.toLowerCase().split(/\s+/).filter(Boolean);
    const chosen = columnsFor(columns, filters);
    const indices: number[] = [];
    requirements.forEach((requirement, index) => {
      const text = texts[index] ?? '';
      if (!words.every((word) => text.includes(word))) return;
      if (filters.document !== '' && documents[requirement.document]?.key !== filters.document) return;
      if (filters.function !== '' && requirement.function !== filters.function) return;
      if (matchesVerdict(requirement, filters.verdict, chosen.length === columns.length ? null : chosen))
        indices.push(index);
    });
    return indices;
  };
}

/** Indices of the columns that the adapter and underlying IO filters leave. */
export function columnsFor(
  columns: readonly Column[],
  { adapter, underlying }: Pick<Filters, 'adapter' | 'underlying'>,
): readonly number[] {
  return columns.flatMap((column, index) => {
    const matches =
      (adapter === '' || column.adapter === adapter) &&
      (underlying === '' || column.underlying === underlying);
    return matches ? [index] : [];
  });
}

/** With some columns chosen, a requirement's verdict is the one it has there, and without scenarios there it does not match. */
function matchesVerdict(
  requirement: PageRequirement,
  wanted: string,
  chosen: readonly number[] | null,
): boolean {
  if (chosen === null) {
    if (wanted === 'problems') return requirement.isProblem;
    return wanted === '' || requirement.verdict === wanted;
  }
  const cells = chosen.flatMap((column): readonly Verdict[] => {
    const cell = requirement.cells[column];
    return cell == null ? [] : [cell];
  });
  if (cells.length === 0) return false;
  if (wanted === '') return true;
  const verdict = overall(cells.map((cell) => [cell]));
  return wanted === 'problems' ? isBad(verdict) : verdict === wanted;
}
