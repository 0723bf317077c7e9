import type { TimelineEntry } from '../trace/model.js';

/**
 * Many timelines in little room: they repeat the same words, and many are the same as another. An entry is four numbers:
 * its sequence, and indices of its shape (kind, from, to), name and detail.
 */
export interface TimelineTable {
  readonly strings: readonly string[];
  readonly shapes: readonly Pick<TimelineEntry, 'kind' | 'from' | 'to'>[];
  readonly entries: readonly (readonly number[])[];
}

const NUMBERS = 4;

/** Collects timelines; `add` gives the index under which `timelineAt` finds one again. */
export function collectTimelines(): {
  readonly add: (timeline: readonly TimelineEntry[]) => number;
  readonly table: TimelineTable;
} {
  const strings = interned<string>(String);
  const shapes = interned<TimelineTable['shapes'][number]>(({ kind, from, to }) => `${kind} ${from} ${to}`);
  const entries = interned<readonly number[]>(String);
  return {
    add: (timeline) =>
      entries.indexOf(
        timeline.flatMap(({ sequence, kind, from, to, name, detail }) => [
          sequence,
          shapes.indexOf({ kind, from, to }),
          strings.indexOf(name),
          strings.indexOf(detail),
        ]),
      ),
    table: { strings: strings.values, shapes: shapes.values, entries: entries.values },
  };
}

/** A timeline of a table, as it was. */
export function timelineAt(
  { strings, shapes, entries }: TimelineTable,
  index: number,
): readonly TimelineEntry[] {
  const numbers = entries[index] ?? [];
  const timeline: TimelineEntry[] = [];
  for (let at = 0; at < numbers.length; at += NUMBERS) {
    const [sequence = 0, shape = 0, name = 0, detail = 0] = numbers.slice(at, at + NUMBERS);
    const known = shapes[shape];
    if (known === undefined) continue;
    timeline.push({ sequence, ...known, name: strings[name] ?? '', detail: strings[detail] ?? '' });
  }
  return timeline;
}

/** Values in the order of their first appearance, equal ones once. */
function interned<T>(keyOf: (value: T) => string): {
  readonly indexOf: (value: T) => number;
  readonly values: readonly T[];
} {
  const values: T[] = [];
  const indices = new Map<string, number>();
  return {
    values,
    indexOf: (value) => {
      const key = keyOf(value);
      const known = indices.get(key);
      if (known !== undefined) return known;
      indices.set(key, values.length);
      return values.push(value) - 1;
    },
  };
}
