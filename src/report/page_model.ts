import type {
  AdapterTrace,
  DocumentTrace,
  RepetitionTrace,
  RequirementTrace,
  ScenarioTrace,
  Trace,
  Verdict,
} from '../trace/model.js';
import type { Column } from './matrix.js';
import type { TimelineTable } from './timeline_table.js';

/** What the page shows: the trace, laid out so that one requirement or one timeline can be picked out quickly. */
export interface PageData {
  readonly run: Pick<Trace, 'tool' | 'complete' | 'selection' | 'startedAt' | 'durationMs' | 'summary'> & {
    /** Scenarios that came to a verdict of their own. */
    readonly executed: number;
  };
  readonly documents: readonly PageDocument[];
  readonly adapters: readonly PageAdapter[];
  readonly columns: readonly Column[];
  readonly requirements: readonly PageRequirement[];
  readonly scenarios: readonly PageScenario[];
  readonly timelines: TimelineTable;
}

export interface PageDocument extends Pick<DocumentTrace, 'title' | 'states' | 'transitions'> {
  /** Names the document in the page's address: its name, with its file where several have that name. */
  readonly key: string;
  readonly name: string;
  readonly file: string;
  readonly sha256: string;
  /** True when the page holds the document rendered. */
  readonly isRendered: boolean;
}

export interface PageAdapter extends Omit<AdapterTrace, 'source'> {
  /** Hash of its source; null where the trace does not say. */
  readonly sha256: string | null;
}

export interface PageRequirement extends Omit<RequirementTrace, 'scenarios'> {
  /** Index into `documents`. */
  readonly document: number;
  /** True when it keeps the run from conforming. */
  readonly isProblem: boolean;
  /** Indices into `scenarios`. */
  readonly scenarios: readonly number[];
  /** Verdict for each of `columns`. */
  readonly cells: readonly (Verdict | null)[];
}

export interface PageScenario extends Omit<ScenarioTrace, 'timeline' | 'repetitions'> {
  /** Index into the table of timelines. */
  readonly timeline: number;
  /** Each way in which a flaky scenario ended; empty where it always ended in the same. */
  readonly repetitions: readonly PageRepetition[];
}

export interface PageRepetition extends Omit<RepetitionTrace, 'timeline'> {
  readonly timeline: number;
}

/** Id of the template that holds a document, rendered. */
export function templateId(document: number): string {
  return `document-${document}`;
}

/** Id of the script element that holds the `PageData`. */
export const DATA_ID = 'report-data';
