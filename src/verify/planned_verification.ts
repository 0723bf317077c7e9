import { basename, join, resolve } from 'node:path';
import { UsageError } from '../errors.js';
import type { PlannedFeature, PlannedScenario } from '../run/plan.js';
import type { RunDocument } from '../run/run.js';
import { EVERYTHING, selectLabels, selectScenarios, type RunSelection } from '../run/selection.js';
import type { Specification } from '../specification/model.js';
import type { Systems } from '../system/find_system.js';
import { underlyingsOf } from '../system/system.js';
import type { JudgedDocument } from '../trace/build.js';
import { readReadings } from '../trace/readings.js';
import { choose, type Choice, type Chosen } from './choice.js';
import { AdapterWorkers } from './describe_adapters.js';
import { requireFeaturesFolder } from './features_folder.js';
import { planDocument } from './planned_document.js';

/** What `iospec verify` is asked for. */
export interface Verification extends Choice {
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
  /** The workers that have described the adapters. */
  readonly workers: AdapterWorkers;
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
 * @throws UserError, with one line for the user.
 */
export async function planVerification(
  verification: Verification,
  signal: AbortSignal,
): Promise<PlannedVerification> {
  const startedAt = new Date();
  const start = performance.now();
  const featuresDirectory = resolve(verification.reports, 'features');
  requireFeaturesFolder(featuresDirectory);
  const timeoutMs = Math.max(verification.timeoutMs, LOADING_MS);
  const workers = new AdapterWorkers({ timeoutMs, signal });
  try {
    const documents = await planDocuments(verification, workers);
    return { verification, documents, workers, featuresDirectory, startedAt, start };
  } catch (error) {
    await workers.end();
    throw error;
  }
}

async function planDocuments(
  verification: Verification,
  workers: AdapterWorkers,
): Promise<readonly PreparedDocument[]> {
  const { selection } = verification;
  let planned: readonly Planned[] = [];
  const chosen = await choose(verification, workers, async (specifications, systems) => {
    planned = await planEach(specifications, systems, selection);
  });
  requireKnownUnderlyings(planned, selection);
  const prepared = planned.map((one) => prepare(one, chosen, selection));
  const { requirements } = selection;
  requireSelected(prepared, requirements ?? []);
  return requirements === null ? prepared : prepared.filter(({ items }) => items.length > 0);
}

interface Planned {
  readonly specification: Specification;
  readonly plan: Awaited<ReturnType<typeof planDocument>>;
}

async function planEach(
  specifications: readonly Specification[],
  systems: Systems,
  { requirements }: RunSelection,
): Promise<readonly Planned[]> {
  const folders = new Map<string, number>();
  const planned: Planned[] = [];
  for (const specification of specifications) {
    const { name } = specification;
    const count = (folders.get(name) ?? 0) + 1;
    folders.set(name, count);
    const folder = count === 1 ? name : `${name}~${count}`;
    const labels = requirements === null ? null : selectLabels(specification, requirements);
    const plan = await planDocument(specification, await systems.of(name), folder, labels);
    planned.push({ specification, plan });
  }
  return planned;
}

function prepare(
  { specification, plan }: Planned,
  { adapters, absentIn }: Chosen,
  selection: RunSelection,
): PreparedDocument {
  const { name } = specification;
  const { system, items, scenarios, defects, hashes, features } = plan;
  const proving = new Set(items.map(({ label }) => label));
  const own = adapters.filter((adapter) => adapter.specification === name);
  return {
    specification,
    items,
    hashes,
    readings: readReadings(join(system.place.root ?? '', 'spec', `${name}_readings.md`), [...proving]),
    document: {
      specification,
      system: system.place,
      scenarios: selectScenarios(scenarios, proving, selection),
      defects,
      adapters: own,
      absent: new Map(own.map((adapter) => [adapter.name, absentIn(specification, adapter)])),
    },
    features,
    offered: selectScenarios(scenarios, proving, EVERYTHING),
  };
}

/** A kind of underlying IO that no system knows was mistyped. */
function requireKnownUnderlyings(planned: readonly Planned[], { underlying }: RunSelection): void {
  const known = new Set(planned.flatMap(({ plan }) => underlyingsOf(plan.system)));
  const unknown = underlying?.find((kind) => !known.has(kind));
  if (unknown === undefined) return;
  const files = planned.map(({ specification }) => basename(specification.file)).join(', ');
  const expected =
    known.size === 0 ? `${files} has no underlying IOs` : `expected one of: ${[...known].join(', ')}`;
  throw new UsageError(`--underlying ${unknown}: ${expected}`);
}

function requireSelected(prepared: readonly PreparedDocument[], requirements: readonly string[]): void {
  for (const id of requirements) {
    if (prepared.some(({ specification }) => selectLabels(specification, [id]).size > 0)) continue;
    const files = prepared.map(({ specification }) => specification.file).join(', ');
    throw new UsageError(`${id}: no such requirement in ${files}`);
  }
}
