import type { Clauses } from '../scenario/model.js';
import type { Specification } from '../specification/model.js';
import type { SourceSlice } from '../specification/source.js';

/** A value in a document's text and another in its place. */
export interface ValueChange {
  /** Offsets in the document's text. */
  readonly start: number;
  readonly end: number;
  readonly from: string;
  readonly to: string;
}

/** A change in words: `IO_OPEN_ERROR in place of IO_OPEN_OK`. */
export function describeChange({ from, to }: ValueChange): string {
  return `${to} in place of ${from}`;
}

/**
 * Values in a passage of a document that another can stand in place of: enumerators, states, `_FAILURE_`, `NULL`, numbers, and names of
 * callbacks. Each with the next of its kind, in the order of the text.
 */
export function changesIn(slice: SourceSlice, specification: Specification): readonly ValueChange[] {
  const others = otherValues(specification);
  const passage = specification.text.slice(slice.start, slice.end);
  const changes: ValueChange[] = [];
  for (const { 0: from, index } of passage.matchAll(/(?<![\w.])(?:\w*[A-Za-z_]\w*|\d+)(?![\w.]\w)/g)) {
    const to = /^\d+$/.test(from) ? String(Number(from) + 1) : others.get(from);
    if (to === undefined) continue;
    const start = slice.start + index;
    changes.push({ start, end: start + from.length, from, to });
  }
  return changes;
}

/** The text with some of its values changed; no two of them may overlap. */
export function withChanges(text: string, changes: readonly ValueChange[]): string {
  const last = [...changes].sort((one, other) => other.start - one.start);
  return last.reduce((all, { start, end, to }) => all.slice(0, start) + to + all.slice(end), text);
}

/**
 * Position of the one duty that a change altered; null where it altered none, several, or a condition: another sentence, then,
 * which may as well be true.
 */
export function alteredDuty(before: Clauses, after: Clauses): number | null {
  const isSame = (some: readonly string[], others: readonly string[]): boolean =>
    some.length === others.length && some.every((one, at) => one === others[at]);
  if (!isSame(before.conditions, after.conditions)) return null;
  if (before.obligations.length !== after.obligations.length) return null;
  const altered = [...before.obligations.keys()].filter(
    (at) => before.obligations[at] !== after.obligations[at],
  );
  const [position = null] = altered;
  return altered.length === 1 ? position : null;
}

function otherValues({ enumerations, states, prototypes }: Specification): ReadonlyMap<string, string> {
  const callbackTypes = new Set(prototypes.flatMap((one) => (one.kind === 'functionType' ? [one.name] : [])));
  const callbacks = prototypes
    .filter(({ kind }) => kind === 'function')
    .flatMap(({ parameters }) => parameters)
    .flatMap(({ name, type }) => (callbackTypes.has(type.trim()) ? [name] : []));
  const families = [...enumerations.map(({ values }) => values), states.map(({ name }) => name), callbacks];
  return new Map([
    ...families.flatMap((family) => nextOfEach([...new Set(family)])),
    ['_FAILURE_', '0'] as const,
    ['NULL', '0'] as const,
  ]);
}

function nextOfEach(family: readonly string[]): readonly (readonly [string, string])[] {
  return family.flatMap((value, at) => {
    const next = family[(at + 1) % family.length];
    return next === undefined || next === value ? [] : [[value, next] as const];
  });
}
