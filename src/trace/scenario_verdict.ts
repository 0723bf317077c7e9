import type { ScenarioOutcome, StepOutcome } from '../run/outcome.js';
import type { PlannedStep } from '../run/plan.js';
import type { ScenarioRun } from '../run/run.js';
import { firstLine } from '../errors.js';
import { errorText } from './error_text.js';
import type { ScenarioError, ScenarioTrace, Verdict } from './model.js';

/** A scenario's verdict with what each of its steps contributes to it. */
export interface JudgedScenario {
  readonly trace: ScenarioTrace;
  /** Labels of the requirements that it proves. */
  readonly labels: readonly string[];
  readonly steps: readonly JudgedStep[];
}

/** What a step contributes. */
export interface JudgedStep extends Pick<PlannedStep, 'shows'> {
  readonly verdict: Verdict;
}

interface Judgement {
  readonly verdict: Verdict;
  readonly reason: string | null;
  readonly error: ScenarioError | null;
}

/**
 * False for a scenario that no worker came to, or that the machine lacks the underlying IO for. One that could not be
 * prepared was begun, and its error tells how far it came.
 */
export function wasBegun({ verdict, error }: ScenarioTrace): boolean {
  return verdict !== 'unavailable' && (verdict !== 'notRun' || error !== null);
}

/** Gives a scenario its verdict. */
export function judgeScenario(run: ScenarioRun): JudgedScenario {
  const { scenario, adapter, outcome } = run;
  const { verdict, reason, error } = readable(judge(run));
  return {
    labels: scenario.labels,
    steps: scenario.steps.map(({ shows }, position) => ({
      shows,
      verdict: judgeStep(run, position, verdict),
    })),
    trace: {
      name: scenario.name,
      feature: `features/${scenario.uri}`,
      line: scenario.line,
      underlying: scenario.underlying,
      adapter,
      verdict,
      reason,
      durationMs: outcome?.durationMs ?? 0,
      error,
      timeline: outcome?.timeline ?? [],
    },
  };
}

/** The judgement without what only iospec's authors could read in it. */
function readable({ verdict, reason, error }: Judgement): Judgement {
  return {
    verdict,
    reason: reason === null ? null : errorText(reason),
    error: error === null ? null : { ...error, message: errorText(error.message) },
  };
}

function judge({ scenario, adapter, outcome, defect }: ScenarioRun): Judgement {
  if (defect !== null) {
    const verdict = defect.kind === 'unbound' ? 'unbound' : 'failed';
    return { verdict, reason: defect.reason, error: null };
  }
  if (adapter === null) return { verdict: 'notRun', reason: 'no adapter claims the document', error: null };
  if (outcome === null) return { verdict: 'notRun', reason: 'the run ended before it', error: null };
  if (outcome.death !== null) {
    const { kind, reason, details } = outcome.death;
    return {
      verdict: kind,
      reason,
      error: errorOf(outcome, details === '' ? reason : `${reason}\n${details}`),
    };
  }
  const broken = outcome.steps.find(({ status }) => BROKEN.has(status));
  const isUnprepared = outcome.withdrawal?.verdict === 'notRun';
  const isExcused = isUnprepared || outcome.withdrawal?.isThrown === true;
  if (broken !== undefined && !isExcused) {
    const message = broken.message ?? `the step is ${broken.status.toLowerCase()}`;
    const verdict = broken.status === 'UNDEFINED' ? 'unbound' : 'failed';
    return { verdict, reason: reasonOf(message, outcome.difference), error: errorOf(outcome, message) };
  }
  const hook = outcome.failedHooks[0];
  if (hook !== undefined)
    return { verdict: 'failed', reason: firstLine(hook), error: errorOf(outcome, hook) };
  if (outcome.withdrawal !== null) {
    const { verdict, reason } = outcome.withdrawal;
    // The step shows how far the scenario came, and the timeline what stood in its way.
    return {
      verdict,
      reason,
      error: isUnprepared && wasTried(outcome) ? errorOf(outcome, broken?.message ?? reason) : null,
    };
  }
  const idle = scenario.steps.findIndex((_step, position) => outcome.steps[position]?.status !== 'PASSED');
  if (idle >= 0)
    return failure(outcome, `a step was skipped without a reason: ${scenario.steps[idle]?.text}`);
  if (outcome.steps.length === 0) return failure(outcome, 'the scenario has no step');
  const unseen = outcome.steps.find((step) => step.unseen !== undefined)?.unseen;
  if (unseen !== undefined) return { verdict: 'unobservable', reason: unseen, error: null };
  if ((outcome.assertions ?? 0) === 0) return failure(outcome, 'the scenario evaluated no assertion');
  return { verdict: 'passed', reason: null, error: null };
}

const BROKEN: ReadonlySet<StepOutcome['status']> = new Set([
  'FAILED',
  'AMBIGUOUS',
  'UNDEFINED',
  'PENDING',
  'UNKNOWN',
]);

/** A scenario with one of these shows nothing, whatever its first steps did. */
const WITHDRAWN_WHOLE: ReadonlySet<Verdict> = new Set(['notApplicable', 'unavailable']);

/** False for a scenario that was spared: no step of it began. */
function wasTried({ steps }: ScenarioOutcome): boolean {
  return steps.some(({ status }) => status !== 'NOT_STARTED');
}

function failure(outcome: ScenarioOutcome, reason: string): Judgement {
  return { verdict: 'failed', reason, error: errorOf(outcome, reason) };
}

function errorOf({ scenario, steps, difference, death }: ScenarioOutcome, message: string): ScenarioError {
  const at = steps.findIndex(({ status }) => BROKEN.has(status) || status === 'INTERRUPTED');
  const step = scenario.steps[at];
  const elsewhere =
    death === null || steps.every(({ status }) => status === 'PASSED')
      ? 'after the last step'
      : 'before the first step';
  return {
    step: step === undefined ? elsewhere : `${step.keyword} ${step.text}`,
    message,
    expected: difference?.expected ?? null,
    observed: difference?.observed ?? null,
  };
}

function judgeStep({ outcome, defect }: ScenarioRun, position: number, scenarioVerdict: Verdict): Verdict {
  if (defect !== null) return defect.steps[position] === true ? 'notRun' : scenarioVerdict;
  const isWithdrawn = outcome?.withdrawal != null;
  if (WITHDRAWN_WHOLE.has(scenarioVerdict) || (scenarioVerdict === 'unobservable' && isWithdrawn))
    return scenarioVerdict;
  const { status, unseen } = outcome?.steps[position] ?? {};
  if (unseen !== undefined) return 'unobservable';
  if (status === 'PASSED') return 'passed';
  if (scenarioVerdict === 'notRun') return 'notRun';
  if (status === 'INTERRUPTED') return outcome?.death?.kind ?? 'notRun';
  if (status === 'UNDEFINED') return 'unbound';
  return status !== undefined && BROKEN.has(status) ? 'failed' : 'notRun';
}

const EXPECTATION = 'ExpectationError: ';

/** What an expectation says holds did not hold: without what was observed instead, it would read as if it did. */
function reasonOf(message: string, difference: ScenarioOutcome['difference']): string {
  const line = firstLine(message);
  if (difference === null || !line.startsWith(EXPECTATION)) return line;
  const [expected, observed] = [difference.expected, difference.observed].map(excerpt);
  return `${line.slice(EXPECTATION.length)}: expected ${expected}, observed ${observed}`;
}

const LONGEST_EXCERPT = 120;

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= LONGEST_EXCERPT ? line : `${line.slice(0, LONGEST_EXCERPT - 1)}…`;
}
