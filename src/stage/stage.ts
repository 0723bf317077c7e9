import type { NamedArguments } from './session.js';
import type { CallRecord } from '../timeline/timeline.js';

/** A change of the adapter's external state, and the sequence number of the event that shows it. */
export interface StateChange {
  readonly state: string;
  readonly sequence: number;
}

/** Something that shows, or does not, that the adapter is in a state. */
export interface Evidence {
  readonly what: string;
  readonly holds: boolean;
  readonly expected: string;
  readonly observed: string;
}

/**
 * What a scenario acts on: an adapter instance over an underlying IO. Steps that many documents share use this face;
 * each system has its own implementation beside its steps.
 */
export interface Stage {
  /** The underlying IO's kind: `mock`, `loopback`, `process`. */
  readonly underlying: string;
  /** Calls an API function by its C name; parameters that are not given get valid values. */
  call(functionName: string, given?: NamedArguments): CallRecord;
  /** The arguments that a call without given ones would get. */
  argumentsOf(functionName: string): NamedArguments;
  /** The capability that rules a state out for this adapter, as a reader's reason; null when the state can be reached. */
  unreachable(state: string): string | null;
  /** Brings the adapter into an external state of the document. */
  enterState(state: string): Promise<void>;
  /** Brings the adapter where the function, called with valid arguments, succeeds. */
  prepareFor(functionName: string): Promise<void>;
  /** Sets up, in the state chosen, what makes the function's work visible: messages queued before a close, for example. */
  beforeCall(functionName: string): Promise<void>;
  /** Takes back what `beforeCall` set up below, so that the function's work can come to its end. */
  afterCall(functionName: string): void;
  /** The external states so far, as an observer derives them from calls and callbacks. */
  readonly history: readonly StateChange[];
  /** True once the scenario has destroyed the instance under test. */
  readonly destroyed: boolean;
  /** How the adapter behaves, held against how it must in a state that it has entered. */
  evidenceOf(state: string): Promise<readonly Evidence[]>;
  /** Pumps until nothing more can happen; afterwards an absence can be asked for. */
  settle(): Promise<void>;
  /** Pumps until the condition holds; its error says what was waited for. */
  waitUntil(what: string, condition: () => boolean): Promise<void>;
  /** Releases everything; resolves when it is gone. */
  dispose(): Promise<void>;
  /**
   * What was open still when everything had been released, beside what keeps the event loop alive; it fails the scenario.
   * Left out: there is nothing of that kind.
   */
  readonly leftBehind?: readonly string[];
}
