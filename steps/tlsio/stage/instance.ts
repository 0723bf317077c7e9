import type { NamedArguments } from '../../../src/stage/session.js';
import type { CallRecord, Timeline } from '../../../src/timeline/timeline.js';
import type { TlsUnderlying } from '../underlying/underlying.js';

/** A tlsio under test, as those need it who bring it into a state and look at how it behaves there. */
export interface TlsioInstance {
  readonly timeline: Timeline;
  readonly under: TlsUnderlying;
  /** The external state now; `none` before an instance stands. */
  readonly state: string;
  readonly destroyed: boolean;
  /** @throws PreparationError when there is none to be had. */
  ensureCreated(): Promise<void>;
  call(functionName: string, given?: NamedArguments): CallRecord;
  /** Queues messages that the underlying IO does not take. */
  leaveMessagesUnsent(count: number): Promise<void>;
  settle(): Promise<void>;
  /** Lets the event loop turn until nothing moves, without calling the adapter. */
  settleWithoutDowork(): Promise<void>;
  waitUntil(what: string, condition: () => boolean): Promise<void>;
}
