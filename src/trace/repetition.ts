import type { ScenarioRun } from '../run/run.js';
import { blameFor } from './blame.js';
import type { RepetitionTrace, ScenarioTrace, Verdict } from './model.js';
import { judgeScenario, wasBegun, type JudgedScenario } from './scenario_verdict.js';
import { labelOf, severityOf } from './verdict.js';

/** What a scenario shows, all its repetitions together. */
export interface JudgedRun {
  readonly scenario: JudgedScenario;
  /** What it shows against requirements that it is not about, by their labels. */
  readonly blame: ReadonlyMap<string, ScenarioTrace>;
}

/** Gives a scenario one verdict over all the times that it was run: `flaky` where they do not agree. */
export function judgeRun(run: ScenarioRun): JudgedRun {
  const outcomes = [run.outcome, ...run.repetitions];
  const rounds = outcomes.map((outcome) => {
    const once = { ...run, outcome, repetitions: [] };
    const judged = judgeScenario(once);
    return { judged, blame: blameFor(once, judged.trace) };
  });
  // One that was not tried again says nothing about those that were.
  const begun = rounds.filter(({ judged }) => wasBegun(judged.trace));
  const counted = begun.length > 0 ? begun : rounds.slice(0, 1);
  const labels = new Set(counted.flatMap(({ blame }) => [...blame.keys()]));
  const [first] = counted;
  if (first === undefined) throw new Error(`${run.scenario.key} has no round`);
  const { labels: proven, steps } = first.judged;
  return {
    scenario: {
      labels: proven,
      steps: steps.map((step, position) => ({
        ...step,
        verdict: verdictOver(counted.map(({ judged }) => judged.steps[position]?.verdict ?? 'notRun')),
      })),
      trace: traceOver(counted.map(({ judged }) => judged.trace)),
    },
    blame: new Map(
      [...labels].map((label) => [
        label,
        traceOver(counted.map(({ judged, blame }) => blame.get(label) ?? judged.trace)),
      ]),
    ),
  };
}

function verdictOver(verdicts: readonly Verdict[]): Verdict {
  const [first = 'notRun', ...others] = verdicts;
  return others.every((verdict) => verdict === first) ? first : 'flaky';
}

function traceOver(traces: readonly ScenarioTrace[]): ScenarioTrace {
  const ways = new Map<Verdict, ScenarioTrace[]>();
  for (const trace of traces) ways.set(trace.verdict, [...(ways.get(trace.verdict) ?? []), trace]);
  const repetitions = [...ways]
    .sort(([one], [other]) => severityOf(other) - severityOf(one))
    .flatMap(([verdict, [shown, ...others]]): readonly Way[] =>
      shown === undefined ? [] : [{ verdict, shown, times: 1 + others.length }],
    );
  const [worst] = repetitions;
  if (worst === undefined) throw new Error('a scenario without a run has no verdict');
  if (repetitions.length === 1) return worst.shown;
  const counts = repetitions.map(({ verdict, times }) => `${times} ${labelOf(verdict)}`).join(', ');
  const reason = worst.shown.reason === null ? '' : `: ${worst.shown.reason}`;
  return {
    ...worst.shown,
    verdict: 'flaky',
    reason: `${counts} in ${traces.length} runs${reason}`,
    repetitions: repetitions.map(({ verdict, times, shown }): RepetitionTrace => ({
      verdict,
      times,
      reason: shown.reason,
      error: shown.error,
      timeline: shown.timeline,
    })),
  };
}

interface Way {
  readonly verdict: Verdict;
  readonly shown: ScenarioTrace;
  readonly times: number;
}
