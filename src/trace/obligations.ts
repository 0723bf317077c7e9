import type { PlannedStep } from '../run/plan.js';
import type { ObligationTrace, ScenarioTrace, Verdict } from './model.js';
import { byAdapter, overall } from './requirement_verdict.js';
import type { JudgedScenario } from './scenario_verdict.js';
import { worst } from './verdict.js';

/** Whether a step shows an obligation: in its own words, or as the outline of its scenario has them. */
export function isStepOf(
  { text, template }: Pick<PlannedStep, 'text' | 'template'>,
  obligation: string,
): boolean {
  return text === obligation || template === obligation;
}

/** What one scenario shows of a requirement's obligations: a verdict for each, null for one that it has no step for. */
export function shownBy(
  { steps }: JudgedScenario,
  obligations: readonly string[],
): readonly (Verdict | null)[] {
  return obligations.map((text) => {
    const own = steps.filter((step) => isStepOf(step, text));
    return own.length === 0 ? null : worst(own.map(({ verdict }) => verdict));
  });
}

/** A requirement's obligations with what all of its scenarios show of them. */
export function judgeObligations(
  obligations: readonly string[],
  scenarios: readonly ScenarioTrace[],
): readonly ObligationTrace[] {
  return obligations.map((text, position) => {
    const showing = scenarios.flatMap(({ adapter, obligations: shown }) => {
      const verdict = shown?.[position] ?? null;
      return verdict === null ? [] : [{ adapter, verdict }];
    });
    const groups = byAdapter(showing, ({ adapter }) => adapter);
    return { text, verdict: overall(groups.map((group) => group.map(({ verdict }) => verdict))) };
  });
}
