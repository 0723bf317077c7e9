import { parse } from '@cucumber/tag-expressions';
import { labelsOf } from '../scenario/compose.js';
import type { Specification } from '../specification/model.js';
import { shardOf, type PlannedScenario } from './plan.js';

/** What a run is limited to; null stands for everything. */
export interface RunSelection {
  readonly underlying: readonly string[] | null;
  readonly requirements: readonly string[] | null;
  /** A tag expression in Cucumber's notation. */
  readonly tags: string | null;
  readonly shard: { readonly index: number; readonly total: number } | null;
}

/** A run that is limited by nothing. */
export const EVERYTHING: RunSelection = { underlying: null, requirements: null, tags: null, shard: null };

/**
 * The labels that a run gives verdicts on: those named by id or label, and what their sentences introduce.
 * @param requirements Ids (all occurrences) or labels, in any case; null takes all.
 */
export function selectLabels(
  specification: Specification,
  requirements: readonly string[] | null,
): ReadonlySet<string> {
  const all = labelsOf(specification);
  if (requirements === null) return new Set(all);
  const wanted = new Set(requirements.map((name) => name.toLowerCase()));
  const labels = new Set(
    all.filter(
      (label) => wanted.has(label.toLowerCase()) || wanted.has(label.replace(/#\d+$/, '').toLowerCase()),
    ),
  );
  // Parents stand before their children, so one pass reaches every generation.
  for (const { label, parent } of specification.requirements) {
    if (parent !== null && labels.has(parent)) labels.add(label);
  }
  return labels;
}

/**
 * The scenarios of a plan that a run executes: those that prove something selected. A hand-written scenario of the
 * bundled document proves nothing in a copy that lacks its requirement.
 * @param proving Labels of the selected items.
 */
export function selectScenarios(
  scenarios: readonly PlannedScenario[],
  proving: ReadonlySet<string>,
  { underlying, tags, shard }: RunSelection,
): readonly PlannedScenario[] {
  const expression = tags === null ? null : parse(tags);
  const chosen = scenarios.filter(
    (scenario) =>
      scenario.labels.some((label) => proving.has(label)) &&
      (expression === null || expression.evaluate(scenario.tags.map((tag) => `@${tag}`))) &&
      (underlying === null || scenario.underlying === null || underlying.includes(scenario.underlying)),
  );
  return shard === null ? chosen : shardOf(chosen, shard.index, shard.total);
}
