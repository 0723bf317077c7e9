import type { RequirementTrace, SpecificationTrace, Trace, Verdict } from './model.js';
import { judgeObligations } from './obligations.js';
import { conclude } from './requirement_verdict.js';

/** A requirement's verdicts with several adapters. */
export interface ComparedRequirement {
  readonly requirement: RequirementTrace;
  /** One for each adapter, in the order asked for. */
  readonly verdicts: readonly Verdict[];
}

/** Names of the adapters that a document was judged with. */
export function adaptersOf({ adapters }: Trace, { name }: SpecificationTrace): readonly string[] {
  return adapters.filter(({ specification }) => specification === name).map((adapter) => adapter.name);
}

/** The verdict of every requirement of a document with each adapter alone. */
export function compareAdapters(
  { requirements }: SpecificationTrace,
  adapters: readonly string[],
): readonly ComparedRequirement[] {
  const columns = adapters.map((adapter) =>
    conclude(
      requirements.map((requirement) => {
        const scenarios = requirement.scenarios.filter((scenario) => scenario.adapter === adapter);
        const duties = requirement.obligations.map(({ text }) => text);
        return { ...requirement, scenarios, obligations: judgeObligations(duties, scenarios) };
      }),
    ),
  );
  return requirements.map((requirement, row) => ({
    requirement,
    verdicts: columns.map((column) => column[row]?.verdict ?? 'notRun'),
  }));
}
