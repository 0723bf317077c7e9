import { createHash } from 'node:crypto';
import type { PlannedScenario } from '../run/plan.js';
import type { ComposedItem } from '../scenario/model.js';
import type { Specification } from '../specification/model.js';
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
  const byLabel = new Map<string, unknown[]>();
  for (const { name, labels, steps } of scenarios) {
    const shown = [name, steps.map(({ keyword, text }) => [keyword, text])];
    for (const label of labels) {
      const known = byLabel.get(label);
      if (known === undefined) byLabel.set(label, [shown]);
      else known.push(shown);
    }
  }
  return new Map(
    items.map(({ label, place: { slice } }) => [
      label,
      {
        sentence: sha256(specification.text.slice(slice.start, slice.end)),
        scenarios: sha256(JSON.stringify([byLabel.get(label) ?? [], code])),
      },
    ]),
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
