import type { AdapterSource } from '../subject/description.js';
import type { TimelineEntry } from '../timeline/timeline_entry.js';
import type { Verdict } from './verdict.js';

export type { TimelineEntry, Verdict };

/** One duty of a requirement's sentence, and its verdict. */
export interface ObligationTrace {
  readonly text: string;
  readonly verdict: Verdict;
}

/** What a run found of one scenario with one adapter. */
export interface ScenarioTrace {
  readonly name: string;
  /** Path of the feature file below the run's reports folder: `features/store/store_open.feature`. */
  readonly feature: string;
  /** Line of the scenario in it, or of its row of examples, from 1. */
  readonly line: number;
  /** Kind of the underlying IO that it ran over; null: it stands on nothing. */
  readonly underlying: string | null;
  /** Name of the adapter; null where none claims the document. */
  readonly adapter: string | null;
  readonly verdict: Verdict;
  /** Why it has that verdict, for a reader; null where the verdict says it all. */
  readonly reason: string | null;
  readonly durationMs: number;
  readonly error: ScenarioError | null;
  readonly timeline: readonly TimelineEntry[];
  /**
   * What it shows of each obligation of the requirement that it stands under; null where it has no step for it. Absent
   * where it is about another requirement and only shows something against this one.
   */
  readonly obligations?: readonly (Verdict | null)[];
  /** Where it was repeated and did not always end in the same way (`flaky`): each way, the worst first. */
  readonly repetitions?: readonly RepetitionTrace[];
}

/** One of the ways in which a repeated scenario ended, shown by the first run that ended so. */
export interface RepetitionTrace {
  readonly verdict: Verdict;
  /** Runs that ended so. */
  readonly times: number;
  readonly reason: string | null;
  readonly error: ScenarioError | null;
  readonly timeline: readonly TimelineEntry[];
}

/** What a scenario failed with. */
export interface ScenarioError {
  /** The step that failed, as Gherkin has it. */
  readonly step: string;
  readonly message: string;
  /** What the assertion asked for; null where it was no assertion that failed. */
  readonly expected: string | null;
  readonly observed: string | null;
}

/** What a run found of one requirement, cell of a state table or call sequence. */
export interface RequirementTrace {
  readonly kind: 'requirement' | 'transition' | 'sequence';
  readonly id: string;
  /** 1 for the first definition of an id, 2 for the second, … */
  readonly occurrence: number;
  /** `ID`, or `ID#2` for a second occurrence. */
  readonly label: string;
  readonly text: string;
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
  /** Headings above it, outermost first. */
  readonly section: readonly string[];
  /** The API function its section or cell is about; absent in traces of before there was this field. */
  readonly function?: string | null;
  /** Label of the requirement whose list it stands in; null: it stands in none. */
  readonly parent: string | null;
  /** The reading that a defective sentence takes, from `spec/<system>_readings.md`. */
  readonly reading: string | null;
  readonly verdict: Verdict;
  readonly reason: string | null;
  readonly obligations: readonly ObligationTrace[];
  readonly scenarios: readonly ScenarioTrace[];
  /** What the verdict is bound to; absent in traces of before there was this field. */
  readonly hashes?: RequirementHashes;
}

/** SHA-256, hexadecimal, of what a requirement's verdict follows from besides the adapter. */
export interface RequirementHashes {
  /** The sentence with its markers, as the document has it. */
  readonly sentence: string;
  /** The steps of its scenarios, and the files that define steps for its document. */
  readonly scenarios: string;
}

/** A document as its readers have it, for reports that show a requirement where it stands. */
export interface DocumentTrace {
  readonly title: string;
  /** The whole text. Offsets are UTF-16 code units of it. */
  readonly text: string;
  /** Where each requirement and each cell of a state table stands, in the order of the text, none within another. */
  readonly passages: readonly { readonly label: string; readonly start: number; readonly end: number }[];
  readonly states: readonly { readonly name: string; readonly text: string; readonly line: number }[];
  readonly transitions: readonly TransitionTrace[];
}

/** A cell of a state table as an edge of the state diagram. */
export interface TransitionTrace {
  /** Label of the `RequirementTrace` that has its verdict. */
  readonly label: string;
  readonly state: string;
  readonly function: string;
  /** The states that the cell lets the call end in; `null` stands for the end of the instance. */
  readonly targets: readonly (string | null)[];
}

/** What a run found of one document. */
export interface SpecificationTrace {
  /** The document's id family in lower case. */
  readonly name: string;
  readonly file: string;
  /** Hash of the document's bytes, hexadecimal. */
  readonly sha256: string;
  /** Absent in traces of before there was this field. */
  readonly document?: DocumentTrace;
  readonly requirements: readonly RequirementTrace[];
}

/** An adapter that a run judged, as it describes itself. */
export interface AdapterTrace {
  readonly name: string;
  readonly version: string;
  /** Name of the document that it claims. */
  readonly specification: string;
  readonly capabilities: Readonly<Record<string, string | boolean>>;
  /** What its verdicts are bound to; absent in traces of before there was this field. */
  readonly source?: AdapterSource;
}

/** What a run was asked for, where it was not everything. */
export interface Selection {
  /** Underlying IOs that scenarios were limited to; null: all. */
  readonly underlying: readonly string[] | null;
  /** Ids or labels that requirements were limited to; null: all. */
  readonly requirements: readonly string[] | null;
  /** Tag expression that scenarios were limited to, as Cucumber reads it; null: all. */
  readonly tags: string | null;
  /** Every `total`-th scenario, beginning with the `index`-th (from 1); null: all. */
  readonly shard: { readonly index: number; readonly total: number } | null;
}

/** The one result of a run; every report is a rendering of it. */
export interface Trace {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: 'iospec'; readonly version: string; readonly node: string };
  /** False when the run was interrupted: what it holds is true, and more was to come. */
  readonly complete: boolean;
  /** What part of all scenarios this run was asked for. */
  readonly selection: Selection;
  /** How often each scenario was run, where that was more than once. */
  readonly repeat?: number;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly specifications: readonly SpecificationTrace[];
  readonly adapters: readonly AdapterTrace[];
  readonly summary: Summary;
}

/** A run in numbers. */
export interface Summary {
  /** True when the run was complete and no verdict keeps it from conforming: exit status 0. */
  readonly conforming: boolean;
  readonly requirements: number;
  readonly scenarios: number;
  /** Requirements by verdict, every verdict present. */
  readonly verdicts: Readonly<Record<Verdict, number>>;
}
