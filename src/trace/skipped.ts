import { counted } from './counted.js';
import type { ScenarioTrace, SpecificationTrace } from './model.js';
import { distinctScenarios } from './scenarios.js';

/** Scenarios that a run left out for one reason, because the machine lacks their underlying IO. */
export interface Skipped {
  readonly underlying: string | null;
  readonly reason: string | null;
  readonly scenarios: number;
}

/** What a run left out for want of an underlying IO, one entry for each underlying IO and reason. */
export function skippedIn(specifications: readonly SpecificationTrace[]): readonly Skipped[] {
  const groups = new Map<string, ScenarioTrace[]>();
  for (const scenario of distinctScenarios(specifications)) {
    if (scenario.verdict !== 'unavailable') continue;
    const key = JSON.stringify([scenario.underlying, scenario.reason]);
    groups.set(key, [...(groups.get(key) ?? []), scenario]);
  }
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [{ underlying: first.underlying, reason: first.reason, scenarios: 1 + others.length }],
  );
}

/** `12 scenarios over native: libwebsockets is not installed`. */
export function skippedText({ underlying, reason, scenarios }: Skipped): string {
  const over = underlying === null ? '' : ` over ${underlying}`;
  return `${counted(scenarios, 'scenario')}${over}${reason === null ? '' : `: ${reason}`}`;
}
