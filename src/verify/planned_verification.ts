import { join, resolve } from 'node:path';
import { requireFeaturesFolder } from './features_folder.js';
import { packageRoot } from '../package.js';
import type { PlannedFeature, PlannedScenario } from '../run/plan.js';
import type { AdapterDescription } from '../run/protocol.js';
import type { RunDocument } from '../run/run.js';
import { EVERYTHING, selectItems, selectScenarios, type RunSelection } from '../run/selection.js';
import type { Specification } from '../specification/model.js';
import { tagOf, type JudgedDocument } from '../trace/build.js';
import { readReadings } from '../trace/readings.js';
import { chooseAdapters, claimedDocuments, requireMatch } from './chosen_adapters.js';
import { readDocuments } from './documents.js';
import { planDocument } from './planned_document.js';
import { UsageError } from '../errors.js';

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
}

/** A document that is ready to be judged by. */
export interface PreparedDocument extends Omit<JudgedDocument, 'runs' | 'adapters'> {
  readonly document: RunDocument;
  readonly features: readonly PlannedFeature[];
  /** The scenarios that prove something selected; the run may be limited to a part of them. */
  readonly offered: readonly PlannedScenario[];
}

/** All that is known before the run begins; nothing has been written or removed for it. */
export interface PlannedVerification {
  readonly verification: Verification;
  readonly documents: readonly PreparedDocument[];
  /** Absolute path of the folder that the features go to. */
  readonly featuresDirectory: string;
  readonly startedAt: Date;
  /** The same moment by the clock that never turns back, in milliseconds. */
  readonly start: number;
}

/** Time for an adapter's module to be loaded, at the least, in milliseconds. */
const LOADING_MS = 30_000;

/**
 * Reads and composes what a run was asked for: all that can be wrong with it is found here.
 * @throws UsageError and the errors of the stages, each with one line for the user.
 */
export async function planVerification(
  verification: Verification,
  signal: AbortSignal,
): Promise<PlannedVerification> {
  const startedAt = new Date();
  const start = performance.now();
  const featuresDirectory = resolve(verification.reports, 'features');
  requireFeaturesFolder(featuresDirectory);
  const isNamed = verification.adapters.length > 0;
  const adapters = await chooseAdapters(verification.adapters, {
    timeoutMs: Math.max(verification.timeoutMs, LOADING_MS),
    signal,
  });
  const specifications = await readDocuments(
    claimedDocuments(verification.documents, isNamed ? adapters : []),
  );
  if (isNamed) requireMatch(specifications, adapters);
  return {
    verification,
    documents: prepare(specifications, adapters, verification.selection),
    featuresDirectory,
    startedAt,
    start,
  };
}

function prepare(
  specifications: readonly Specification[],
  adapters: readonly AdapterDescription[],
  selection: RunSelection,
): readonly PreparedDocument[] {
  const folders = new Map<string, number>();
  const prepared = specifications.map((specification): PreparedDocument => {
    const { name, file } = specification;
    const count = (folders.get(name) ?? 0) + 1;
    folders.set(name, count);
    const planned = planDocument(specification, count === 1 ? name : `${name}~${count}`);
    const items = selectItems(planned.items, specification, selection.requirements);
    const proving = new Set(items.map(tagOf));
    return {
      specification,
      items,
      hashes: planned.hashes,
      readings: readReadings(join(packageRoot, 'spec', `${name}_readings.md`)),
      document: {
        system: name,
        file: resolve(file),
        scenarios: selectScenarios(planned.scenarios, proving, selection),
        support: planned.support,
        adapters: adapters.filter((adapter) => adapter.specification === name),
      },
      features: planned.features,
      offered: selectScenarios(planned.scenarios, proving, EVERYTHING),
    };
  });
  const { requirements } = selection;
  requireSelected(prepared, requirements ?? []);
  return requirements === null ? prepared : prepared.filter(({ items }) => items.length > 0);
}

function requireSelected(prepared: readonly PreparedDocument[], requirements: readonly string[]): void {
  for (const id of requirements) {
    const found = prepared.some(
      ({ specification, items }) => selectItems(items, specification, [id]).length > 0,
    );
    if (found) continue;
    const files = prepared.map(({ specification }) => specification.file).join(', ');
    throw new UsageError(`${id}: no such requirement in ${files}`);
  }
}
