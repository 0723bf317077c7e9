import type { Envelope } from '@cucumber/messages';
import { emptyFeaturesFolder, writeRunFeatures } from './features_folder.js';
import { packageVersion } from '../package.js';
import { nothingRun, run, type DocumentRun, type RunProgress } from '../run/run.js';
import { buildTrace } from '../trace/build.js';
import type { Trace } from '../trace/model.js';
import type { PlannedVerification } from './planned_verification.js';

/** Who is told of a run while it goes on, and how it is interrupted. */
export interface Listeners {
  readonly signal: AbortSignal;
  /** Receives Cucumber's messages as they come. */
  readonly onEnvelope: (envelope: Envelope) => void;
  /** Receives what a worker has to say to the user. */
  readonly onNotice?: (text: string) => void;
  /** Hears of each scenario that is settled. */
  readonly onProgress: (progress: RunProgress) => void;
  /** Receives what is found so far, before the run begins and now and then during it: a trace that is not complete. */
  readonly onInterim: (trace: Trace) => void;
}

/** What is found so far is put on record no more often than this, in milliseconds, … */
const INTERIM_MS = 3_000;
/** … and never takes more than this part of the time. */
const INTERIM_SHARE = 20;

/**
 * Runs and judges: from a plan to the trace. Writes the features of the run.
 * @throws The errors of the stages, each with one line for the user.
 */
export async function judge(
  { verification, documents: prepared, workers, featuresDirectory, startedAt, start }: PlannedVerification,
  listeners: Listeners,
): Promise<Trace> {
  const { selection, repeat } = verification;
  emptyFeaturesFolder(featuresDirectory);
  for (const { features } of prepared) writeRunFeatures(featuresDirectory, features);
  const documents = prepared.map(({ document }) => document);
  const traceOf = (runs: readonly DocumentRun[], complete: boolean): Trace =>
    buildTrace(
      prepared.map((one, position) => ({
        ...one,
        runs: runs[position]?.scenarios ?? [],
        adapters: one.document.adapters,
      })),
      {
        version: packageVersion(),
        complete,
        selection,
        repeat,
        startedAt,
        durationMs: performance.now() - start,
      },
    );
  listeners.onInterim(traceOf(nothingRun(documents), false));
  let due = performance.now() + INTERIM_MS;
  const onProgress = (progress: RunProgress): void => {
    listeners.onProgress(progress);
    const now = performance.now();
    if (now < due) return;
    listeners.onInterim(traceOf(progress.soFar(), false));
    const cost = performance.now() - now;
    due = performance.now() + Math.max(INTERIM_MS, INTERIM_SHARE * cost);
  };
  const { parallel, timeoutMs } = verification;
  try {
    const options = { ...listeners, parallel, timeoutMs, repeat, featuresDirectory, onProgress };
    const runs = await run(documents, { ...options, readyWorker: workers.take });
    return traceOf(runs, !listeners.signal.aborted);
  } finally {
    await workers.end();
  }
}
