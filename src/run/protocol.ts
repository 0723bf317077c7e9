import type { Envelope } from '@cucumber/messages';
import type { Specification } from '../specification/model.js';
import type { AdapterDescription } from '../subject/description.js';
import type { SystemPlace } from '../system/system.js';
import type { TimelineEntry } from '../timeline/timeline_entry.js';
import type { PlannedLines } from './plan.js';

/** What a worker's scenarios judge. */
export interface RunSubject {
  /** URL of the adapter's module. */
  readonly adapter: string;
  /** The document, as the run has read it. */
  readonly specification: Specification;
  /** Where the document's system is declared. */
  readonly system: SystemPlace;
  /** Functions that only another version of the document has, or only this one and the adapter not. */
  readonly absent: readonly string[];
}

/** What the supervisor asks of a worker, one JSON line each on its standard input; the next one when the last is done. */
export type WorkerRequest = RunRequest | DescribeRequest;

/** Run scenarios of feature files. */
export interface RunRequest {
  readonly kind: 'run';
  /** Folder that the feature files are below; their `uri` is relative to it. */
  readonly featuresDirectory: string;
  readonly scenarios: readonly PlannedLines[];
  /** Absolute paths of modules for Cucumber to load instead of those that the subject's system has; for tests of the run itself. */
  readonly support?: readonly string[];
  readonly subject: RunSubject;
}

/** Load an adapter module and tell what it claims. */
export interface DescribeRequest {
  readonly kind: 'describe';
  /** URL of the module. */
  readonly adapter: string;
  /** The worker will be asked to run scenarios next. */
  readonly stays: boolean;
}

/** An error that no step was there to catch, with the scenario whose code threw it. */
export interface UncaughtError {
  readonly message: string;
  /** Id of the `testCaseStarted` whose code threw, null when it stems from no scenario. */
  readonly testCaseStartedId: string | null;
}

/** What a worker writes, one JSON line each: Cucumber's own messages, and iospec's beside them. */
export type WorkerMessage =
  | { readonly kind: 'envelope'; readonly envelope: Envelope }
  /** Timeline of the scenario that is about to end and has attached none. */
  | { readonly kind: 'timeline'; readonly timeline: readonly TimelineEntry[] }
  | { readonly kind: 'adapter'; readonly adapter: AdapterDescription }
  | { readonly kind: 'uncaught'; readonly error: UncaughtError }
  /** A line for the user, who can do something about it. */
  | { readonly kind: 'notice'; readonly text: string }
  /** The worker could not do its task: a step file or adapter that can't be loaded. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** The task is done, and the worker waits for the next one. */
  | { readonly kind: 'done' };

/** The file descriptor that messages go to. */
export const MESSAGE_DESCRIPTOR = 3;
/** The file descriptor of the running scenario's flight record. */
export const FLIGHT_DESCRIPTOR = 4;
