import type { CallSequence, Requirement, Specification, Transition } from '../specification/model.js';
import type { ComposedItem } from './model.js';

/** What an item was composed of: the requirement, cell or call sequence of its label. */
export function placeOf(
  { kind, label }: ComposedItem,
  { file, requirements, transitions, sequences }: Specification,
): Requirement | Transition | CallSequence {
  const all = { requirement: requirements, transition: transitions, sequence: sequences }[kind];
  const place = all.find((one) => one.label === label);
  if (place === undefined)
    throw new Error(`${file}: "${label}" was composed, but the document has no such ${kind}`);
  return place;
}
