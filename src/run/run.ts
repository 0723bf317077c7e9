import type { Envelope } from '@cucumber/messages';
import { bind, type BindingDefect } from './binding.js';
import type { ScenarioOutcome } from './outcome.js';
import { shardOf, type PlannedScenario } from './plan.js';
import type { AdapterDescription, RunRequest } from './protocol.js';
import { SharedEntries } from './shared_entries.js';
import { supervise } from './supervisor.js';

/** A document with the scenarios of it that a run has to finish, and the adapters it is run against. */
export interface RunDocument {
  /** Name of the document: `tlsio`. */
  readonly system: string;
  /** Absolute path of the document. */
  readonly file: string;
  readonly scenarios: readonly PlannedScenario[];
  /** Absolute paths of the step files. */
  readonly support: readonly string[];
  /** Adapters that claim the document; none: its phrases are bound, and nothing is executed. */
  readonly adapters: readonly AdapterDescription[];
  /** Keys of the scenarios that one adapter is run in, by its name; an adapter without an entry is run in all. */
  readonly chosen?: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface RunOptions {
  /** Folder that the scenarios' `uri` is below. */
  readonly featuresDirectory: string;
  /** Workers at a time. */
  readonly parallel: number;
  /** Time after which a worker that tells nothing is killed. */
  readonly timeoutMs: number;
  /** How often each scenario is run. */
  readonly repeat: number;
  /** Ends the run early. */
  readonly signal: AbortSignal;
  /** Receives every message of every worker. */
  readonly onEnvelope: (envelope: Envelope) => void;
  readonly onProgress: (progress: RunProgress) => void;
}

export interface RunProgress {
  /** Scenarios that are settled, over all documents, adapters and repetitions. */
  readonly settled: number;
  readonly total: number;
  /** What is found so far. */
  readonly soFar: () => readonly DocumentRun[];
}

/** What a run found of one scenario with one adapter; `outcome` and `defect` are never both set. */
export interface ScenarioRun {
  readonly scenario: PlannedScenario;
  /** Name of the adapter; null when none claims the document. */
  readonly adapter: string | null;
  readonly outcome: ScenarioOutcome | null;
  /** Where it was repeated, the outcomes of the further times. */
  readonly repetitions: readonly ScenarioOutcome[];
  /** Why it could not be executed. */
  readonly defect: BindingDefect | null;
}

/** What a run found of one document. */
export interface DocumentRun {
  readonly document: RunDocument;
  readonly scenarios: readonly ScenarioRun[];
}

/** One document with one adapter: what a worker is started for. */
interface Job {
  readonly document: RunDocument;
  readonly adapter: AdapterDescription;
  readonly scenarios: readonly PlannedScenario[];
  readonly request: Omit<RunRequest, 'locations'>;
  readonly rounds: Rounds;
}

/** Jobs for each worker at a time, from which on a job is not divided. */
const MANY_JOBS = 4;

/** Outcomes of one document with one adapter: for each time that it is run, by scenario key. */
type Rounds = readonly Map<string, ScenarioOutcome>[];
type Defects = ReadonlyMap<RunDocument, ReadonlyMap<string, BindingDefect>>;

/**
 * Runs documents against adapters: binds every phrase first, then executes what is bound.
 * @throws SupportError when a document's step files can't be loaded.
 */
export async function run(
  documents: readonly RunDocument[],
  options: RunOptions,
): Promise<readonly DocumentRun[]> {
  const defects = await bindAll(documents, options);
  const jobs = documents.flatMap((document) =>
    document.adapters.map((adapter): Job => {
      const chosen = document.chosen?.get(adapter.name);
      const scenarios = document.scenarios.filter(
        ({ key }) => defects.get(document)?.has(key) !== true && chosen?.has(key) !== false,
      );
      const rounds = Array.from({ length: options.repeat }, () => new Map<string, ScenarioOutcome>());
      return { document, adapter, scenarios, rounds, request: requestFor(document, adapter, options) };
    }),
  );
  const soFar = (): readonly DocumentRun[] => collect(documents, jobs, defects);
  await execute(jobs, soFar, options);
  return soFar();
}

async function bindAll(documents: readonly RunDocument[], options: RunOptions): Promise<Defects> {
  const defects = new Map<RunDocument, ReadonlyMap<string, BindingDefect>>();
  const queue = documents.filter(({ scenarios }) => scenarios.length > 0);
  // What can't be loaded for one document ends the run: nobody waits for the others.
  const refused = new AbortController();
  const signal = AbortSignal.any([options.signal, refused.signal]);
  try {
    await sideBySide(queue, options.parallel, async (document) => {
      const request = requestFor(document, document.adapters[0] ?? null, options);
      defects.set(document, await bind(document.scenarios, request, { ...options, signal }));
    });
  } catch (error) {
    refused.abort();
    throw error;
  }
  return defects;
}

/** The result of a run that has not begun. */
export function nothingRun(documents: readonly RunDocument[]): readonly DocumentRun[] {
  return collect(documents, [], new Map());
}

function collect(
  documents: readonly RunDocument[],
  jobs: readonly Job[],
  defects: Defects,
): readonly DocumentRun[] {
  return documents.map((document) => ({
    document,
    scenarios: adaptersOf(document).flatMap((adapter) => {
      const rounds = jobs.find((job) => job.document === document && job.adapter === adapter)?.rounds ?? [];
      return document.scenarios.map((scenario): ScenarioRun => {
        const [outcome = null, ...repetitions] = rounds.flatMap((round) => round.get(scenario.key) ?? []);
        const defect = defects.get(document)?.get(scenario.key) ?? null;
        return { scenario, adapter: adapter?.name ?? null, outcome, repetitions, defect };
      });
    }),
  }));
}

function adaptersOf(document: RunDocument): readonly (AdapterDescription | null)[] {
  return document.adapters.length === 0 ? [null] : document.adapters;
}

function requestFor(
  { system, file, support }: RunDocument,
  adapter: AdapterDescription | null,
  { featuresDirectory }: RunOptions,
): Omit<RunRequest, 'locations'> {
  const world = { adapter: adapter?.specifier ?? '', specification: file, system };
  return { task: 'run', featuresDirectory, support, world, dryRun: false };
}

async function execute(
  jobs: readonly Job[],
  soFar: () => readonly DocumentRun[],
  options: RunOptions,
): Promise<void> {
  const { parallel, repeat } = options;
  const entries = new SharedEntries();
  const total = repeat * jobs.reduce((sum, { scenarios }) => sum + scenarios.length, 0);
  let settled = 0;
  // Starting a worker costs more than an uneven end, once there are many jobs to share out.
  const shards = jobs.length < MANY_JOBS * parallel ? parallel : 1;
  const lanes = jobs.flatMap((job) =>
    Array.from({ length: shards }, (_value, index) => ({
      job,
      scenarios: shardOf(job.scenarios, index + 1, shards),
    })),
  );
  const queue = lanes.filter(({ scenarios }) => scenarios.length > 0);
  await sideBySide(queue, parallel, async ({ job, scenarios }) => {
    for (const round of job.rounds) {
      const onSettled = (outcome: ScenarioOutcome): void => {
        const { key } = outcome.scenario;
        if (!round.has(key)) settled += 1;
        round.set(key, outcome);
        options.onProgress({ settled, total, soFar });
      };
      await supervise(scenarios, job.request, { ...options, entries, onSettled });
    }
  });
}

/** Works the items off in their order, so many at a time. */
async function sideBySide<Item>(
  items: readonly Item[],
  parallel: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const lane = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: parallel }, lane));
}
