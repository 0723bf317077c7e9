import type { RequirementTrace, Selection, SpecificationTrace, Summary } from './model.js';
import { wasBegun } from './scenario_verdict.js';
import { distinctScenarios } from './scenarios.js';
import { countVerdicts, isBad, isExecuted } from './verdict.js';

/**
 * True when a requirement keeps a run with this selection from conforming: a run of a part (a shard, one underlying IO, some tags)
 * leaves requirements out on purpose, but what it began and could not prepare is no such omission.
 */
export function isProblem(
  { verdict, scenarios }: Pick<RequirementTrace, 'verdict' | 'scenarios'>,
  { shard, underlying, tags }: Selection,
): boolean {
  const isUnprepared = scenarios.some((scenario) => scenario.verdict === 'notRun' && wasBegun(scenario));
  const isWhole = shard === null && underlying === null && tags === null;
  return isBad(verdict) && (verdict !== 'notRun' || isUnprepared || isWhole);
}

/**
 * Counts verdicts and says whether the run conforms. One that was interrupted or executed nothing never does.
 */
export function summarise(
  specifications: readonly SpecificationTrace[],
  complete: boolean,
  selection: Selection,
): Summary {
  const requirements = specifications.flatMap((specification) => specification.requirements);
  const verdicts = countVerdicts(requirements.map(({ verdict }) => verdict));
  const scenarios = distinctScenarios(specifications);
  const executed = scenarios.some(({ verdict }) => isExecuted(verdict));
  const bad = requirements.some((requirement) => isProblem(requirement, selection));
  return {
    conforming: complete && executed && !bad && specifications.every((one) => one.requirements.length > 0),
    requirements: requirements.length,
    scenarios: scenarios.length,
    verdicts,
  };
}
