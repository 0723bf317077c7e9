import { createHash } from 'node:crypto';
import type { PlannedScenario } from '../run/plan.js';
import type { ComposedItem } from '../scenario/model.js';
import type { Specification } from '../specification/model.js';
import { tagOf } from './build.js';
import type { RequirementHashes } from './model.js';

/**
 * What the verdicts of a document are bound to, besides its adapters: each item's sentence as the document has it, and
 * its scenarios, step for step, with the code that defines what the steps mean. Lines and names of files are left out, so
 * that a verdict stays current when its sentence only moves.
 * @param scenarios All scenarios of the document, not only those that a run selected.
 * @param code Hash of the step code.
 */
export function hashesOf(
  specification: Specification,
  items: readonly ComposedItem[],
  scenarios: readonly PlannedScenario[],
  code: string,
): ReadonlyMap<string, RequirementHashes> {
  const byTag = new Map<string, unknown[]>();
  for (const { name, tags, steps } of scenarios) {
    const shown = [name, steps.map(({ keyword, text }) => [keyword, text])];
    for (const tag of new Set(tags)) byTag.set(tag, [...(byTag.get(tag) ?? []), shown]);
  }
  const slices = new Map(
    [...specification.requirements, ...specification.transitions, ...specification.sequences].map(
      ({ label, slice }) => [label, specification.text.slice(slice.start, slice.end)],
    ),
  );
  return new Map(
    items.map((item) => [
      item.label,
      {
        sentence: sha256(slices.get(item.label) ?? ''),
        scenarios: sha256(JSON.stringify([byTag.get(tagOf(item)) ?? [], code])),
      },
    ]),
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
