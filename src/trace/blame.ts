import type { ScenarioRun } from '../run/run.js';
import type { ScenarioTrace } from './model.js';

/** Stands where a step's name would: a monitor watches from the first event to the last. */
const THROUGHOUT = 'throughout the scenario';

/**
 * What a scenario shows against requirements that it is not about: for each an entry with the scenario, its timeline and
 * what was broken.
 * @param trace The scenario as it counts for its own requirements.
 * @returns Entry by the label of the requirement that it is laid to.
 */
export function blameFor({ outcome }: ScenarioRun, trace: ScenarioTrace): ReadonlyMap<string, ScenarioTrace> {
  const messages = new Map<string, string[]>();
  for (const { requirements, message } of outcome?.violations ?? []) {
    for (const label of requirements) messages.set(label, [...(messages.get(label) ?? []), message]);
  }
  return new Map(
    [...messages].map(([label, broken]) => [
      label,
      {
        ...trace,
        verdict: 'failed',
        reason: broken[0] ?? null,
        error: { step: THROUGHOUT, message: broken.join('\n'), expected: null, observed: null },
      },
    ]),
  );
}
