import type { ScenarioTrace, SpecificationTrace } from './model.js';

/** The scenarios of a run, each once, although it stands under every requirement that it proves. */
export function distinctScenarios(specifications: readonly SpecificationTrace[]): readonly ScenarioTrace[] {
  const found = new Map<string, ScenarioTrace>();
  for (const { file, requirements } of specifications) {
    for (const one of requirements.flatMap(({ scenarios }) => scenarios))
      found.set(JSON.stringify([file, one.feature, one.line, one.adapter]), one);
  }
  return [...found.values()];
}
