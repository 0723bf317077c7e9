import { channel } from 'node:diagnostics_channel';
import type { AdapterModule } from '../subject/adapter.js';
import type { CPrototype, Specification } from '../specification/model.js';
import { Timeline, type CallRecord } from '../timeline/timeline.js';
import { ACTION_CHANNEL } from './action.js';
import { MEDIA_TYPE, type Withdrawal } from './attachments.js';
import { Expectations, type ExpectationError } from './expectations.js';
import type { Monitor } from './monitors.js';
import type { Resources } from './quiet.js';
import { isDeclined, whyUnseen, type Seams } from './seams.js';
import type { NamedArguments } from './session.js';
import type { Stage } from './stage.js';

const action = channel(ACTION_CHANNEL);

/** What a scenario judges, and how its system sets it up. */
export interface Judged {
  readonly specification: Specification;
  readonly adapter: AdapterModule;
  readonly seams: Seams;
  /** Functions that only another version of the document has, or only this one and the adapter not. */
  readonly absent: ReadonlySet<string>;
  /** What must hold throughout every scenario of the system, beside what must for every system. */
  readonly monitors: readonly Monitor[];
  /**
   * Sets a stage up.
   * @param underlying Kind of the underlying IO that the scenario names; null: it stands on nothing.
   */
  readonly setUp: (world: IospecWorld, underlying: string | null) => Promise<Stage>;
}

/** What Cucumber gives a world that it makes. */
export interface WorldOptions {
  readonly attach: (data: string, mediaType: string) => unknown;
  readonly parameters: WorldParameters;
}

/** What a run says to the worlds of its scenarios. */
export interface WorldParameters {
  /** Set by iospec's own workers: a trace is made of what is attached, so that blame may go elsewhere than to the scenario. */
  readonly traced?: true;
}

/** The state of one scenario. */
export class IospecWorld<S extends Stage = Stage> {
  /** Everything that could be observed so far. */
  readonly timeline = new Timeline();
  /** What a Then asserts by. */
  readonly expect = new Expectations();
  /** Why the scenario can't be judged, once `withdraw` has said so. */
  withdrawal: Withdrawal | null = null;
  /**
   * The expectation that ended a step, once one has.
   * @internal
   */
  failure: ExpectationError | null = null;
  /** The call that the scenario is about. */
  callUnderTest: CallRecord | null = null;
  /** Calls by which steps only look at the adapter's state. */
  readonly probes = new Set<CallRecord>();
  /** Calls below and callbacks that "shall do nothing" does not forbid, because the sentence is about something else. */
  tolerated: ReadonlySet<string> = new Set();
  /** Where the scenario's "When" began: events from here on are its doing. */
  mark = 0;
  /**
   * Obligations so far that can't be seen with this adapter.
   * @internal
   */
  unseenObligations = 0;
  /**
   * What kept the event loop alive before the scenario.
   * @internal
   */
  baseline: Resources = new Map();
  /**
   * Assertions and obligations that can't be seen, up to the end of the step before.
   * @internal
   */
  shownBefore = 0;
  /** @internal */
  readonly parameters: WorldParameters;
  /** When steps of the scenario: its conditions and its action. */
  whens = 0;
  private readonly endings: (() => Promise<void> | void)[] = [];
  private readonly attachData: WorldOptions['attach'];
  private subject: Judged | null = null;
  private currentStage: S | null = null;

  /** @internal */
  constructor({ attach, parameters }: WorldOptions) {
    this.attachData = attach;
    this.parameters = parameters;
  }

  /**
   * Sets what is judged; called once, before the first step.
   * @internal
   */
  begin(subject: Judged): void {
    this.subject = subject;
  }

  /** What is judged. */
  get judged(): Judged {
    if (this.subject === null)
      throw new Error('the scenario has no document: its feature lacks the tag of a system');
    return this.subject;
  }

  /** The document that the scenario belongs to. */
  get specification(): Specification {
    return this.judged.specification;
  }

  /** The adapter under test. */
  get adapter(): AdapterModule {
    return this.judged.adapter;
  }

  /**
   * What the scenario acts on.
   * @throws Error before the first Given has set it up.
   */
  get stage(): S {
    if (this.currentStage === null)
      throw new Error('no adapter stands yet: the scenario lacks its first Given');
    return this.currentStage;
  }

  /** Set by the first Given. */
  set stage(stage: S) {
    this.currentStage = stage;
  }

  /** Whether the first Given has set up a stage. */
  get hasStage(): boolean {
    return this.currentStage !== null;
  }

  /** The call under test; an error when the scenario made none. */
  get call(): CallRecord {
    if (this.callUnderTest === null) throw new Error('the scenario has not called the function it is about');
    return this.callUnderTest;
  }

  /** Has something done when the scenario has ended, whatever became of it; what was asked for last comes first. */
  afterwards(act: () => Promise<void> | void): void {
    this.endings.unshift(act);
  }

  /**
   * Does what was to be done when the scenario has ended.
   * @internal
   */
  async end(): Promise<void> {
    for (const act of this.endings) await act();
  }

  /**
   * Attaches data to the step that is running, as JSON.
   * @internal
   */
  attachJson(value: unknown, mediaType: string): void {
    this.attachData(JSON.stringify(value), mediaType);
  }

  /** The document's prototype of a function, or null where it declares none. */
  prototype(name: string): CPrototype | null {
    return (
      this.specification.prototypes.find(
        (prototype) => prototype.kind === 'function' && prototype.name === name,
      ) ?? null
    );
  }

  /** Calls a function only to look at the adapter's state: its doing does not count as the scenario's. */
  probe(functionName: string, given: NamedArguments = {}): CallRecord {
    const first = this.timeline.calls.length;
    const call = this.stage.call(functionName, given);
    for (const probe of this.timeline.calls.slice(first)) this.probes.add(probe);
    return call;
  }

  /** Marks the begin of the scenario's action: Thens ask about what happens from here on. */
  act(): void {
    this.mark = this.timeline.mark;
    action.publish(this.mark);
  }

  /** Ends the scenario without a judgement; a step returns what this returns. */
  withdraw(verdict: Withdrawal['verdict'], reason: string): 'skipped' {
    this.withdrawal = { verdict, reason };
    return 'skipped';
  }

  /**
   * Ends a step whose obligation can't be seen; the scenario's other obligations are judged all the same.
   * @param seam The dependency that would have shown it.
   * @returns False when the adapter takes that dependency: then there is no excuse.
   */
  isBlindTo(seam: string): boolean {
    if (!isDeclined(this.adapter.capabilities, seam)) return false;
    this.attachJson({ reason: whyUnseen(seam, this.judged.seams) }, MEDIA_TYPE.unseen);
    this.unseenObligations += 1;
    return true;
  }
}
