import type { PlannedScenario } from '../run/plan.js';
import type { RunSelection } from '../run/selection.js';
import { tagOf } from '../scenario/gherkin.js';
import type { PreparedDocument } from './planned_verification.js';

/**
 * Why a run has no scenario, in one line: what was asked for, and what there is instead.
 * @returns Null when there are scenarios to run.
 */
export function nothingToRun(documents: readonly PreparedDocument[], selection: RunSelection): string | null {
  if (documents.some(({ document }) => document.scenarios.length > 0)) return null;
  const offered = documents.flatMap((one) => one.offered);
  const { underlying, requirements, tags, shard } = selection;
  const asked = [
    ...(requirements ?? []).map((id) => `--requirement ${id}`),
    ...(underlying ?? []).map((kind) => `--underlying ${kind}`),
    ...(tags === null ? [] : [`--tags '${tags}'`]),
    ...(shard === null ? [] : [`--shard ${shard.index}/${shard.total}`]),
  ];
  const there = [
    ...(underlying === null ? [] : [`underlying IOs: ${underlyingsOf(offered).join(', ') || 'none'}`]),
    ...(tags === null
      ? []
      : [`tags: ${tagsOf(offered, documents).join(', ')} and those of the requirements`]),
  ];
  const names = documents.map(({ specification }) => specification.name).join(', ');
  return [
    asked.length === 0
      ? `no scenarios to run: ${names} has none`
      : `no scenarios to run: ${asked.join(' ')} selects none of the ${offered.length} of ${names}`,
    ...there,
  ].join('; ');
}

function underlyingsOf(scenarios: readonly PlannedScenario[]): readonly string[] {
  return [...new Set(scenarios.flatMap(({ underlying }) => underlying ?? []))];
}

function tagsOf(
  scenarios: readonly PlannedScenario[],
  documents: readonly PreparedDocument[],
): readonly string[] {
  const requirements = new Set(documents.flatMap(({ items }) => items.map(({ label }) => tagOf(label))));
  const tags = new Set(scenarios.flatMap((scenario) => scenario.tags));
  return [...tags].filter((tag) => !requirements.has(tag)).map((tag) => `@${tag}`);
}
