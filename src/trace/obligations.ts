import type { ObligationTrace, ScenarioTrace, Verdict } from './model.js';
import { byAdapter, overall } from './requirement_verdict.js';
import type { JudgedScenario } from './scenario_verdict.js';
import { worst } from './verdict.js';

/**
 * What one scenario shows of a requirement's obligations.
 * @param label The requirement's.
 * @param count How many obligations it has.
 * @returns A verdict for each; null for one that the scenario has no step for.
 */
export function shownBy(
  { steps }: JudgedScenario,
  label: string,
  count: number,
): readonly (Verdict | null)[] {
  return Array.from({ length: count }, (_one, obligation) => {
    const own = steps.filter(({ shows }) =>
      shows.some((one) => one.label === label && one.obligation === obligation),
    );
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
