import { channel } from 'node:diagnostics_channel';
import { World } from '@cucumber/cucumber';
import type { AdapterModule, Seam } from '../adapters/module.js';
import type { CPrototype, Specification } from '../specification/model.js';
import { ACTION_CHANNEL } from './action.js';
import { Expectations, type ExpectationError } from './expectations.js';
import { MEDIA_TYPE, type Withdrawal, type WorldParameters } from '../run/protocol.js';
import { notTaken } from './seams.js';
import type { NamedArguments } from './session.js';
import type { Stage } from './stage.js';
import { Timeline, type CallRecord } from '../timeline/timeline.js';

const action = channel(ACTION_CHANNEL);

/** The state of one scenario. Without a run's parameters (plain cucumber-js) the bundled document and adapter are taken. */
export class IospecWorld<S extends Stage = Stage> extends World<Partial<WorldParameters>> {
  readonly timeline = new Timeline();
  readonly expect = new Expectations();
  withdrawal: Withdrawal | null = null;
  /** The expectation that ended a step, once one has. */
  failure: ExpectationError | null = null;
  /** The call that the scenario is about. */
  callUnderTest: CallRecord | null = null;
  /** Calls by which steps only look at the adapter's state. */
  readonly probes = new Set<CallRecord>();
  /** Calls below and callbacks that "shall do nothing" does not forbid, because the sentence is about something else. */
  tolerated: ReadonlySet<string> = new Set();
  /** Where the scenario's "When" began: events from here on are its doing. */
  mark = 0;
  /** Obligations so far that can't be seen with this adapter. */
  unseenObligations = 0;
  private subject: { specification: Specification; adapter: AdapterModule } | null = null;
  private currentStage: S | null = null;

  /** Sets what is judged; called once, before the first step. */
  begin(specification: Specification, adapter: AdapterModule): void {
    this.subject = { specification, adapter };
  }

  get specification(): Specification {
    return this.begun.specification;
  }

  get adapter(): AdapterModule {
    return this.begun.adapter;
  }

  get stage(): S {
    if (this.currentStage === null)
      throw new Error('no adapter stands yet: the scenario lacks its first Given');
    return this.currentStage;
  }

  set stage(stage: S) {
    this.currentStage = stage;
  }

  get hasStage(): boolean {
    return this.currentStage !== null;
  }

  /** The call under test; an error when the scenario made none. */
  get call(): CallRecord {
    if (this.callUnderTest === null) throw new Error('the scenario has not called the function it is about');
    return this.callUnderTest;
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
  isBlindTo(seam: Seam): boolean {
    const reason = notTaken(this.adapter.capabilities, seam);
    if (reason === null) return false;
    this.attach(JSON.stringify({ reason }), MEDIA_TYPE.unseen);
    this.unseenObligations += 1;
    return true;
  }

  private get begun(): { specification: Specification; adapter: AdapterModule } {
    if (this.subject === null)
      throw new Error('the scenario has no document: its feature lacks the tag of a system');
    return this.subject;
  }
}
