import type { Verdict } from '../../trace/model.js';
import { overall } from '../../trace/requirement_verdict.js';
import { isBad } from '../../trace/verdict.js';
import type { Column } from '../matrix.js';
import type { PageData, PageRequirement } from '../page_model.js';
import type { Filters } from '../route.js';

/** Chooses the requirements that filters let through, as indices in the document's order. */
export type Selector = (filters: Filters) => readonly number[];

/** Prepares the search once, so that each key stroke costs one pass over plain strings. */
export function selectorFor({ requirements, documents, columns }: PageData): Selector {
  const texts = requirements.map(({ label, text, reading, function: subject, section }) =>
    [label, text, subject ?? '', reading ?? '', ...section].join('\n').toLowerCase(),
  );
  let last: { readonly key: string; readonly indices: readonly number[] } | null = null;
  return (filters) => {
    const key = JSON.stringify(filters);
    if (last?.key === key) return last.indices;
    const words = filters.q.toLowerCase().split(/\s+/).filter(Boolean);
    const chosen = columnsFor(columns, filters);
    const indices: number[] = [];
    requirements.forEach((requirement, index) => {
      const text = texts[index] ?? '';
      if (!words.every((word) => text.includes(word))) return;
      if (filters.document !== '' && documents[requirement.document]?.key !== filters.document) return;
      if (filters.function !== '' && requirement.function !== filters.function) return;
      const isWhole = chosen.length === columns.length;
      const verdict = isWhole ? requirement.verdict : verdictIn(requirement, columns, chosen);
      if (verdict !== null && matchesVerdict(requirement, filters.verdict, verdict, isWhole))
        indices.push(index);
    });
    last = { key, indices };
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

/** With some columns chosen, only what happened there makes a requirement a problem. */
function matchesVerdict(
  { isProblem }: PageRequirement,
  wanted: string,
  verdict: Verdict,
  isWhole: boolean,
): boolean {
  if (wanted === 'problems') return isWhole ? isProblem : isBad(verdict);
  return wanted === '' || verdict === wanted;
}

/** A requirement's verdict in some of the columns; null without scenarios there. */
export function verdictIn(
  { cells }: PageRequirement,
  columns: readonly Column[],
  chosen: readonly number[],
): Verdict | null {
  const groups = new Map<string | null, Verdict[]>();
  for (const column of chosen) {
    const cell = cells[column] ?? null;
    const adapter = columns[column]?.adapter ?? null;
    if (cell !== null) groups.set(adapter, [...(groups.get(adapter) ?? []), cell]);
  }
  return groups.size === 0 ? null : overall(groups.values());
}
