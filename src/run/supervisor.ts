import type { Envelope } from '@cucumber/messages';
import { firstLine } from '../errors.js';
import { silentOutcome, sparedOutcome, type Death, type ScenarioOutcome } from './outcome.js';
import { linesOf, type PlannedScenario } from './plan.js';
import type { RunRequest, UncaughtError } from './protocol.js';
import { Recorder } from './recorder.js';
import type { SharedEntries } from './shared_entries.js';
import { Toll } from './toll.js';
import { startWorker, type WorkerEnd, type WorkerProcess } from './worker_process.js';

export interface SuperviseOptions {
  /** A worker that tells nothing for so long is killed, and its scenario has hung. */
  readonly timeoutMs: number;
  /** Ends the run early; scenarios that have not finished by then have no outcome. */
  readonly signal: AbortSignal;
  /** A worker that has described the adapter already, for the first scenarios; null: a fresh one. */
  readonly worker?: WorkerProcess | null;
  /** Shared with what else is kept of the run. */
  readonly entries: SharedEntries;
  /** Receives every message of every worker as it comes. */
  readonly onEnvelope: (envelope: Envelope) => void;
  /** Receives what a worker has to say to the user. */
  readonly onNotice?: (text: string) => void;
  /** Receives each outcome as soon as it is known; once more for a scenario that is blamed for something later. */
  readonly onSettled: (outcome: ScenarioOutcome) => void;
}

/** Time for a worker to load the step files and read the features, on a busy machine, in milliseconds. */
const START_MS = 60_000;
/** Workers in a row that may end without settling a scenario, before the rest is given up. */
const BARREN_WORKERS = 2;
/**
 * Scenarios that the worker after a death gets; twice as many as before when it lives through them. A worker reads all
 * that it is to run before it begins, so that many deaths would else cost the square of it.
 */
const SHARE_AFTER_DEATH = 16;

/**
 * Runs scenarios in worker processes, one at a time, with a fresh one after each death, until every scenario has an
 * outcome. The exit status of a worker is never believed: only finished scenarios count.
 * @param request What each worker is asked, but for its share of the scenarios.
 * @returns Outcomes by scenario key; all of them, unless the run was aborted.
 */
export async function supervise(
  scenarios: readonly PlannedScenario[],
  request: Omit<RunRequest, 'scenarios'>,
  options: SuperviseOptions,
): Promise<ReadonlyMap<string, ScenarioOutcome>> {
  const outcomes = new Map<string, ScenarioOutcome>();
  const onSettled = (outcome: ScenarioOutcome): void => {
    outcomes.set(outcome.scenario.key, outcome);
    options.onSettled(outcome);
  };
  const isAborted = (): boolean => options.signal.aborted;
  const toll = new Toll();
  let remaining = scenarios;
  let share = scenarios.length;
  let barren = 0;
  let ready = options.worker ?? null;
  while (remaining.length > 0 && !isAborted()) {
    const before = outcomes.size;
    const worker = ready ?? startWorker(options.signal);
    ready = null;
    const { death, victim } = await runOnce(worker, remaining.slice(0, share), request, {
      ...options,
      onSettled,
    });
    remaining = remaining.filter(({ key }) => !outcomes.has(key));
    barren = outcomes.size === before ? barren + 1 : 0;
    share = death === null ? 2 * share : SHARE_AFTER_DEATH;
    if (isAborted() || death === null) continue;
    toll.note(death, victim);
    for (const scenario of remaining) {
      const reason = toll.spares(scenario);
      if (barren === BARREN_WORKERS) onSettled(silentOutcome(scenario, death));
      else if (reason !== null) onSettled(sparedOutcome(scenario, reason));
    }
    remaining = remaining.filter(({ key }) => !outcomes.has(key));
  }
  return outcomes;
}

/** How a worker ended: with a death, and the scenario that it is laid to, unless it finished what it was given. */
interface Ending {
  readonly death: Death | null;
  readonly victim: PlannedScenario | null;
}

async function runOnce(
  worker: WorkerProcess,
  scenarios: readonly PlannedScenario[],
  request: Omit<RunRequest, 'scenarios'>,
  options: SuperviseOptions,
): Promise<Ending> {
  const recorder = new Recorder(
    new Map(scenarios.map((scenario) => [scenario.key, scenario])),
    options.entries,
    options.onSettled,
  );
  const errors: UncaughtError[] = [];
  const refusals: string[] = [];
  const task = await worker.perform(
    { ...request, scenarios: linesOf(scenarios) },
    {
      timeoutMs: options.timeoutMs,
      startMs: START_MS,
      onMessage: (message) => {
        switch (message.kind) {
          case 'envelope':
            recorder.note(message.envelope);
            options.onEnvelope(message.envelope);
            break;
          case 'timeline':
            recorder.noteTimeline(message.timeline);
            break;
          case 'uncaught':
            errors.push(message.error);
            break;
          case 'refused':
            refusals.push(message.reason);
            break;
          case 'notice':
            options.onNotice?.(message.text);
            break;
        }
      },
    },
  );
  const end = task.kind === 'ended' ? task : await endOf(worker);
  const hasFinished = recorder.runFinished && errors.length === 0;
  const isWhole = scenarios.every(({ key }) => recorder.outcomes.has(key));
  if (options.signal.aborted || (hasFinished && isWhole)) return { death: null, victim: null };
  const death = deathOf(end, recorder.inFlight !== null, errors[0] ?? null, refusals);
  return {
    death,
    victim: hasFinished ? null : recorder.die(death, end.timeline, errors[0]?.testCaseStartedId),
  };
}

/** A worker that has done what it was asked ends by itself; what comes to light then is the last scenario's. */
async function endOf(worker: WorkerProcess): Promise<WorkerEnd> {
  await worker.end();
  return DONE;
}

const DONE: WorkerEnd = { code: 0, signal: null, stalled: false, stderr: '', timeline: [] };

function deathOf(
  end: WorkerEnd,
  inScenario: boolean,
  error: UncaughtError | null,
  refusals: readonly string[],
): Death {
  const details = [error?.message ?? '', ...refusals, end.stderr].filter((part) => part !== '').join('\n');
  const what = inScenario ? 'the process' : 'the worker process';
  if (error !== null) {
    return { kind: 'crashed', reason: `an exception was not caught: ${firstLine(error.message)}`, details };
  }
  if (end.stalled)
    return {
      kind: 'hung',
      reason: `${what} reported nothing until its time was up, and was killed`,
      details,
    };
  if (refusals.length > 0)
    return { kind: 'crashed', reason: `${what} gave up: ${firstLine(refusals[0] ?? '')}`, details };
  if (end.signal !== null) return { kind: 'crashed', reason: `${what} was ended by ${end.signal}`, details };
  return { kind: 'crashed', reason: `${what} exited early with status ${end.code}`, details };
}
