import type { Envelope } from '@cucumber/messages';
import type { BindingDefect } from '../phrases/binding.js';
import type { AdapterDescription } from '../subject/description.js';
import type { Specification } from '../specification/model.js';
import type { SystemPlace } from '../system/system.js';
import type { ScenarioOutcome } from './outcome.js';
import { shardOf, type PlannedScenario } from './plan.js';
import type { RunRequest } from './protocol.js';
import { SharedEntries } from './shared_entries.js';
import { supervise } from './supervisor.js';
import type { WorkerProcess } from './worker_process.js';

/** A document with the scenarios of it that a run has to finish, and the adapters it is run against. */
export interface RunDocument {
  readonly specification: Specification;
  /** Where its system is declared. */
  readonly system: SystemPlace;
  readonly scenarios: readonly PlannedScenario[];
  /** Why scenarios can't be executed, by their keys. */
  readonly defects: ReadonlyMap<string, BindingDefect>;
  /** Functions that only another version of the document has, or only this one and the adapter not, by adapter. */
  readonly absent?: ReadonlyMap<string, readonly string[]>;
  /** Absolute paths of modules for Cucumber to load instead of those of the system; for tests of the run itself. */
  readonly support?: readonly string[];
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
  /** Receives what a worker has to say to the user. */
  readonly onNotice?: (text: string) => void;
  /** Gives the worker that has described an adapter, once; null when there is none any more. */
  readonly readyWorker?: (adapter: AdapterDescription) => WorkerProcess | null;
  /** Hears of each scenario that is settled. */
  readonly onProgress: (progress: RunProgress) => void;
}

/** How far a run has come. */
export interface RunProgress {
  /** Scenarios that are settled, over all documents, adapters and repetitions. */
  readonly settled: number;
  readonly total: number;
  /**
   * What is found so far.
   * @internal
   */
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
  readonly request: Omit<RunRequest, 'scenarios'>;
  readonly rounds: Rounds;
}

/** Jobs for each worker at a time, from which on a job is not divided. */
const MANY_JOBS = 4;

/** Outcomes of one document with one adapter: for each time that it is run, by scenario key. */
type Rounds = readonly Map<string, ScenarioOutcome>[];

/** Runs documents against adapters: everything whose phrases are bound. */
export async function run(
  documents: readonly RunDocument[],
  options: RunOptions,
): Promise<readonly DocumentRun[]> {
  const jobs = documents.flatMap((document) =>
    document.adapters.map((adapter): Job => {
      const chosen = document.chosen?.get(adapter.name);
      const scenarios = document.scenarios.filter(
        ({ key }) => !document.defects.has(key) && chosen?.has(key) !== false,
      );
      const rounds = Array.from({ length: options.repeat }, () => new Map<string, ScenarioOutcome>());
      return { document, adapter, scenarios, rounds, request: requestFor(document, adapter, options) };
    }),
  );
  const soFar = (): readonly DocumentRun[] => collect(documents, jobs);
  await execute(jobs, soFar, options);
  return soFar();
}

/** The result of a run that has not begun. */
export function nothingRun(documents: readonly RunDocument[]): readonly DocumentRun[] {
  return collect(documents, []);
}

function collect(documents: readonly RunDocument[], jobs: readonly Job[]): readonly DocumentRun[] {
  return documents.map((document) => ({
    document,
    scenarios: adaptersOf(document).flatMap((adapter) => {
      const rounds = jobs.find((job) => job.document === document && job.adapter === adapter)?.rounds ?? [];
      return document.scenarios.map((scenario): ScenarioRun => {
        const [outcome = null, ...repetitions] = rounds.flatMap((round) => round.get(scenario.key) ?? []);
        const defect = document.defects.get(scenario.key) ?? null;
        return { scenario, adapter: adapter?.name ?? null, outcome, repetitions, defect };
      });
    }),
  }));
}

function adaptersOf(document: RunDocument): readonly (AdapterDescription | null)[] {
  return document.adapters.length === 0 ? [null] : document.adapters;
}

function requestFor(
  { specification, system, absent, support }: RunDocument,
  adapter: AdapterDescription,
  { featuresDirectory }: RunOptions,
): Omit<RunRequest, 'scenarios'> {
  return {
    kind: 'run',
    featuresDirectory,
    ...(support === undefined ? {} : { support }),
    subject: {
      adapter: adapter.specifier,
      specification,
      system,
      absent: absent?.get(adapter.name) ?? [],
    },
  };
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
      const worker = options.readyWorker?.(job.adapter) ?? null;
      await supervise(scenarios, job.request, { ...options, worker, entries, onSettled });
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
