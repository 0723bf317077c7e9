import type { TimelineEntry } from '../timeline/timeline_entry.js';
import type { Violation } from '../stage/monitors.js';
import type { PlannedScenario } from './plan.js';
import type { Difference, Withdrawal } from '../stage/attachments.js';

/** How one step of a scenario ended, as Cucumber reports it. */
export interface StepOutcome {
  readonly status: StepStatus;
  /** What it failed with. */
  readonly message: string | null;
  /** Why its obligation could not be seen, though it passed. */
  readonly unseen?: string;
}

export type StepStatus =
  | 'UNKNOWN'
  | 'PASSED'
  | 'SKIPPED'
  | 'PENDING'
  | 'UNDEFINED'
  | 'AMBIGUOUS'
  | 'FAILED'
  /** It began and never ended: the process died or stalled in it. */
  | 'INTERRUPTED'
  /** It never began. */
  | 'NOT_STARTED';

/** How a scenario's process ended, when it ended before the scenario did. */
export interface Death {
  readonly kind: 'crashed' | 'hung';
  /** One line: signal, exit status or stall. */
  readonly reason: string;
  /** End of what the process wrote to standard error, and the error that nothing caught. */
  readonly details: string;
}

/** What a run saw of one planned scenario. */
export interface ScenarioOutcome {
  readonly scenario: PlannedScenario;
  readonly durationMs: number;
  /** One for each planned step. */
  readonly steps: readonly StepOutcome[];
  /** Before and After hooks that failed. */
  readonly failedHooks: readonly string[];
  readonly death: Death | null;
  readonly timeline: readonly TimelineEntry[];
  readonly withdrawal: Withdrawal | null;
  readonly difference: Difference | null;
  /** Rules broken in it that are the business of other requirements than its own. */
  readonly violations: readonly Violation[];
  /** Assertions that it evaluated; null when nothing was reported. */
  readonly assertions: number | null;
}

/** The outcome of a scenario whose process died before it told anything of it. */
export function silentOutcome(scenario: PlannedScenario, death: Death): ScenarioOutcome {
  return { ...emptyOutcome(scenario), death };
}

/** The outcome of a scenario that was not tried. */
export function sparedOutcome(scenario: PlannedScenario, reason: string): ScenarioOutcome {
  return { ...emptyOutcome(scenario), withdrawal: { verdict: 'notRun', reason } };
}

function emptyOutcome(scenario: PlannedScenario): ScenarioOutcome {
  return {
    scenario,
    durationMs: 0,
    steps: scenario.steps.map(() => ({ status: 'NOT_STARTED', message: null })),
    failedHooks: [],
    death: null,
    timeline: [],
    withdrawal: null,
    difference: null,
    violations: [],
    assertions: null,
  };
}
