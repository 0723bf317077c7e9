import { join, resolve } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { emptyFeaturesFolder, writeRunFeatures } from '../harness/run/features_folder.js';
import { packageRoot, packageVersion } from '../harness/run/package.js';
import type { AdapterDescription } from '../harness/run/protocol.js';
import { nothingRun, run, type DocumentRun, type RunDocument, type RunProgress } from '../harness/run/run.js';
import { selectItems, selectScenarios, type RunSelection } from '../harness/run/selection.js';
import type { Specification } from '../specification/model.js';
import { buildTrace, tagOf, type JudgedDocument } from '../trace/build.js';
import type { Trace } from '../trace/model.js';
import { readReadings } from '../trace/readings.js';
import { chooseAdapters, claimedDocuments, requireMatch } from './chosen_adapters.js';
import { readDocuments } from './documents.js';
import { planDocument } from './planned_document.js';
import { UsageError } from './usage_error.js';

/** What `iospec verify` is asked for. */
export interface Verification {
  /** Names of bundled documents or paths; none: what the given adapters claim, else every bundled document. */
  readonly documents: readonly string[];
  /** Names of bundled adapters, or modules; none: every bundled adapter. */
  readonly adapters: readonly string[];
  readonly selection: RunSelection;
  /** The reports folder; the features that are verified go below it. */
  readonly reports: string;
  readonly parallel: number;
  /** How often each scenario is run. */
  readonly repeat: number;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  readonly onEnvelope: (envelope: Envelope) => void;
  readonly onProgress: (progress: RunProgress) => void;
  /** Receives what is found so far, before the run begins and now and then during it: a trace that is not complete. */
  readonly onInterim: (trace: Trace) => void;
}

/** Time for an adapter's module to be loaded, at the least, in milliseconds. */
const LOADING_MS = 30_000;
/** What is found so far is put on record no more often than this, in milliseconds, … */
const INTERIM_MS = 3_000;
/** … and never takes more than this part of the time. */
const INTERIM_SHARE = 20;

interface Prepared extends Omit<JudgedDocument, 'runs' | 'adapters'> {
  readonly document: RunDocument;
}

/**
 * Reads, composes, runs and judges: from documents and adapters to the trace.
 * @throws UsageError and the errors of the stages, each with one line for the user.
 */
export async function verify(verification: Verification): Promise<Trace> {
  const startedAt = new Date();
  const start = performance.now();
  const { selection, signal } = verification;
  const isNamed = verification.adapters.length > 0;
  const adapters = await chooseAdapters(verification.adapters, {
    timeoutMs: Math.max(verification.timeoutMs, LOADING_MS),
    signal,
  });
  const specifications = await readDocuments(
    claimedDocuments(verification.documents, isNamed ? adapters : []),
  );
  if (isNamed) requireMatch(specifications, adapters);
  const featuresDirectory = resolve(verification.reports, 'features');
  emptyFeaturesFolder(featuresDirectory);
  const prepared = prepare(specifications, adapters, featuresDirectory, selection);
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
        repeat: verification.repeat,
        startedAt,
        durationMs: performance.now() - start,
      },
    );
  verification.onInterim(traceOf(nothingRun(documents), false));
  let due = performance.now() + INTERIM_MS;
  const onProgress = (progress: RunProgress): void => {
    verification.onProgress(progress);
    const now = performance.now();
    if (now < due) return;
    verification.onInterim(traceOf(progress.soFar(), false));
    const cost = performance.now() - now;
    due = performance.now() + Math.max(INTERIM_MS, INTERIM_SHARE * cost);
  };
  const runs = await run(documents, { ...verification, featuresDirectory, onProgress });
  return traceOf(runs, !signal.aborted);
}

function prepare(
  specifications: readonly Specification[],
  adapters: readonly AdapterDescription[],
  featuresDirectory: string,
  selection: RunSelection,
): readonly Prepared[] {
  const folders = new Map<string, number>();
  const prepared = specifications.map((specification): Prepared => {
    const { name, file } = specification;
    const count = (folders.get(name) ?? 0) + 1;
    folders.set(name, count);
    const planned = planDocument(specification, count === 1 ? name : `${name}~${count}`);
    writeRunFeatures(featuresDirectory, planned.features);
    const items = selectItems(planned.items, specification, selection.requirements);
    return {
      specification,
      items,
      hashes: planned.hashes,
      readings: readReadings(join(packageRoot, 'spec', `${name}_readings.md`)),
      document: {
        system: name,
        file: resolve(file),
        scenarios: selectScenarios(planned.scenarios, new Set(items.map(tagOf)), selection),
        support: planned.support,
        adapters: adapters.filter((adapter) => adapter.specification === name),
      },
    };
  });
  const { requirements } = selection;
  requireSelected(prepared, requirements ?? []);
  return requirements === null ? prepared : prepared.filter(({ items }) => items.length > 0);
}

function requireSelected(prepared: readonly Prepared[], requirements: readonly string[]): void {
  for (const id of requirements) {
    const found = prepared.some(
      ({ specification, items }) => selectItems(items, specification, [id]).length > 0,
    );
    if (found) continue;
    const files = prepared.map(({ specification }) => specification.file).join(', ');
    throw new UsageError(`${id}: no such requirement in ${files}`);
  }
}
