import type { AdapterApi } from '../../../src/subject/adapter.js';
import type { NamedArguments } from '../../../src/stage/session.js';
import type { CallRecord, Timeline } from '../../../src/timeline/timeline.js';
import type { Recorder } from '../underlying/recorder.js';
import type { Connection, TlspoolUnderlying } from '../underlying/underlying.js';
import type { Wire } from '../underlying/wire/wire.js';

/** What the two sides of a TLS Pool's socket stand on, the one under test and the one that is played. */
export interface Bench {
  readonly wire: Wire;
  readonly timeline: Timeline;
  readonly under: TlspoolUnderlying;
  readonly recorder: Recorder;
  /** The functions of the side under test, for calls that are too many to be recorded. */
  readonly api: AdapterApi;
  call(functionName: string, given?: NamedArguments): CallRecord;
  /** Puts a TLS client at the far end of a connection, where a pool that does TLS has the near end. */
  dressFar(connection: Connection): void;
  /** Pumps until nothing more comes. */
  settle(): Promise<void>;
  /**
   * Pumps until the condition holds; an error says what did not come.
   * @param pumped `unpumped`: the side that the tester plays does nothing meanwhile.
   */
  waitUntil(what: string, condition: () => boolean, pumped?: 'pumped' | 'unpumped'): Promise<void>;
}
