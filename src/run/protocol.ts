import type { Envelope } from '@cucumber/messages';
import type { TimelineEntry } from '../timeline/timeline_entry.js';

/** What a worker's World receives: which adapter is judged against which document. */
export interface WorldParameters {
  /** Name of a bundled adapter, or the URL of a module that exports one. */
  readonly adapter: string;
  /** Path of the document. */
  readonly specification: string;
  /** Name of the document, which is the name of its step folder: `tlsio`. */
  readonly system: string;
  /** Set by iospec's own workers: a trace is made of what is attached, so that blame may go elsewhere than to the scenario. */
  readonly traced?: true;
}

/** Media types of what steps attach for the trace; every body is JSON. */
export const MEDIA_TYPE = {
  /** `TimelineEntry[]`: everything that could be observed in the scenario. */
  timeline: 'application/vnd.iospec.timeline+json',
  /** `Withdrawal`: the scenario is skipped because it can't be judged here. */
  verdict: 'application/vnd.iospec.verdict+json',
  /** `Violation[]`: rules broken in the scenario that are the business of other requirements than its own. */
  violations: 'application/vnd.iospec.violations+json',
  /** `Difference`: what a failed assertion wanted and what it saw. */
  failure: 'application/vnd.iospec.failure+json',
  /** `Unseen`, attached by the step whose obligation can't be seen. */
  unseen: 'application/vnd.iospec.unseen+json',
  /** `AssertionCount`: how many assertions the scenario evaluated. */
  assertions: 'application/vnd.iospec.assertions+json',
} as const;

/**
 * Why a scenario can't be judged: a capability rules its condition out, the adapter offers no seam to see it, the
 * machine lacks what it stands on, or it could not be brought to where its sentence begins.
 */
export interface Withdrawal {
  readonly verdict: 'notApplicable' | 'unavailable' | 'unobservable' | 'notRun';
  readonly reason: string;
  /** A step threw it: that the step failed says nothing more. */
  readonly isThrown?: true;
}

export interface Difference {
  readonly expected: string;
  readonly observed: string;
}

/** Why one obligation of a scenario can't be seen, while the others can. */
export interface Unseen {
  readonly reason: string;
}

export interface AssertionCount {
  readonly count: number;
}

/** What the supervisor asks of a worker, as JSON on its standard input. */
export type WorkerRequest = RunRequest | DescribeRequest;

/** Run feature files; with `dryRun`, only find out which steps are bound. */
export interface RunRequest {
  readonly task: 'run';
  /** Folder that the feature files are below; their `uri` is relative to it. */
  readonly featuresDirectory: string;
  /** `uri:line:line…` for each feature file: the scenarios to run. */
  readonly locations: readonly string[];
  /** Absolute paths of the step files. */
  readonly support: readonly string[];
  readonly world: WorldParameters;
  readonly dryRun: boolean;
}

/** Load an adapter module and tell what it claims. */
export interface DescribeRequest {
  readonly task: 'describe';
  /** URL of the module. */
  readonly adapter: string;
}

/** An adapter as it describes itself, without its code. */
export interface AdapterDescription {
  /** What finds it again: the bundled name or the module's URL. */
  readonly specifier: string;
  readonly name: string;
  readonly version: string;
  readonly specification: string;
  readonly capabilities: Readonly<Record<string, string | boolean>>;
  /** Names of the functions that its `create` gave. */
  readonly functions: readonly string[];
  readonly source: AdapterSource;
}

/** The code that an adapter was loaded from. */
export interface AdapterSource {
  /** Paths, relative to the working directory where they are below it; the module itself first. */
  readonly files: readonly string[];
  /** SHA-256, hexadecimal, of the contents of these files, one after the other. */
  readonly sha256: string;
}

/** An error that no step was there to catch, with the scenario whose code threw it. */
export interface UncaughtError {
  readonly message: string;
  /** Id of the `testCaseStarted` whose code threw, null when it stems from no scenario. */
  readonly testCaseStartedId: string | null;
}

/** What a worker writes, one JSON line each: Cucumber's own messages, and iospec's beside them. */
export type WorkerMessage =
  | { readonly envelope: Envelope }
  /** Timeline of the scenario that is about to end and has attached none. */
  | { readonly timeline: readonly TimelineEntry[] }
  | { readonly adapter: AdapterDescription }
  | { readonly uncaught: UncaughtError }
  /** The worker could not do its task: a step file or adapter that can't be loaded. */
  | { readonly refused: string };

/** The file descriptor that messages go to. */
export const MESSAGE_DESCRIPTOR = 3;
/** The file descriptor of the running scenario's flight record. */
export const FLIGHT_DESCRIPTOR = 4;
