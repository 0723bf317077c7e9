import { channel } from 'node:diagnostics_channel';
import type { Actor, TimelineEntry } from './timeline_entry.js';

/** Every entry of every timeline is published here as it is made: what a dead process leaves behind. */
export const TIMELINE_CHANNEL = 'iospec:timeline';
const published = channel(TIMELINE_CHANNEL);

/** A call that the scenario made into the adapter. */
export interface CallRecord {
  readonly function: string;
  /** By the names of the prototype's parameters. */
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly sequence: number;
  /** Sequence number of its return; null until it came back. */
  returned: number | null;
  result: unknown;
  /** The call that it came into as one of another thread would: that one's end is its own. */
  endsWith?: CallRecord;
}

/** A callback function that the scenario handed to the adapter, with what came along. */
export interface Registration {
  /** Name of the parameter it was given as: `on_io_open_complete`. */
  readonly parameter: string;
  /** Name of the callback's type: `ON_IO_OPEN_COMPLETE`. */
  readonly type: string;
  /** The context that was given with it. */
  readonly context: unknown;
  readonly call: CallRecord;
}

/** One call that the adapter made into the scenario. */
export interface CallbackRecord {
  readonly registration: Registration;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly sequence: number;
  /** The scenario's calls that were running when it came, innermost last; empty: it came out of the blue. */
  readonly during: readonly CallRecord[];
}

/** A line that the adapter logged. */
export interface LogRecord {
  readonly category: string;
  readonly message: string;
  readonly sequence: number;
  readonly during: readonly CallRecord[];
}

/** A call that the adapter made below, or an event there. */
export interface BelowRecord {
  readonly kind: TimelineEntry['kind'];
  readonly name: string;
  readonly sequence: number;
  readonly during: readonly CallRecord[];
}

/** Characters of a text that are kept: what an adapter logs may be of any length. */
const LONGEST = 4096;

/** The beginning of a text, without the memory of the rest. */
function kept(value: unknown): string {
  // An adapter in JavaScript may log what is no text.
  const text = String(value);
  if (text.length <= LONGEST) return text;
  const beginning = Buffer.from(text.slice(0, LONGEST)).toString();
  return `${beginning}… (${text.length - LONGEST} characters more)`;
}

/** Every observable event of one scenario, in one order. Assertions are questions to it. */
export class Timeline {
  readonly calls: CallRecord[] = [];
  readonly callbacks: CallbackRecord[] = [];
  readonly logs: LogRecord[] = [];
  readonly below: BelowRecord[] = [];
  private readonly running: CallRecord[] = [];
  private readonly list: TimelineEntry[] = [];

  /** All events so far, as a report shows them. */
  get entries(): readonly TimelineEntry[] {
    return this.list;
  }

  /** Sequence number that the next event will have: a mark to ask "since then" from. */
  get mark(): number {
    return this.list.length;
  }

  /** The scenario's calls that are running now, innermost last. */
  get during(): readonly CallRecord[] {
    return [...this.running];
  }

  /** Writes an event, and returns its sequence number. */
  note(kind: TimelineEntry['kind'], from: Actor, to: Actor, name: string, detail: string): number {
    const entry = { sequence: this.list.length, kind, from, to, name: kept(name), detail: kept(detail) };
    this.list.push(entry);
    published.publish(entry);
    return entry.sequence;
  }

  /**
   * Writes that a call into the adapter begins.
   * @param detail The arguments, for a reader.
   */
  beginCall(name: string, parameters: Readonly<Record<string, unknown>>, detail: string): CallRecord {
    const sequence = this.note('call', 'user', 'adapter', name, detail);
    const call: CallRecord = {
      function: name,
      arguments: parameters,
      sequence,
      returned: null,
      result: undefined,
    };
    this.calls.push(call);
    this.running.push(call);
    return call;
  }

  /**
   * Writes that a call has returned.
   * @param detail The result, for a reader.
   */
  endCall(call: CallRecord, result: unknown, detail: string): void {
    this.running.splice(this.running.lastIndexOf(call), 1);
    call.returned = this.note('return', 'adapter', 'user', call.function, detail);
    call.result = result;
  }

  /** Writes a callback that the adapter makes. */
  callback(
    registration: Registration,
    parameters: Readonly<Record<string, unknown>>,
    detail: string,
  ): CallbackRecord {
    const sequence = this.note('callback', 'adapter', 'user', registration.parameter, detail);
    const record: CallbackRecord = { registration, arguments: parameters, sequence, during: this.during };
    this.callbacks.push(record);
    return record;
  }

  /** Writes a line that the adapter logs. */
  log(category: string, message: string): void {
    const sequence = this.note('log', 'adapter', 'harness', category, message);
    this.logs.push({ category: kept(category), message: kept(message), sequence, during: this.during });
  }

  /** Writes what happens below the adapter. */
  underlying(
    kind: 'below' | 'belowReturn' | 'callback' | 'peer' | 'fault',
    name: string,
    detail: string,
  ): void {
    const ends = DIRECTIONS[kind];
    const sequence = this.note(kind === 'callback' ? 'belowReturn' : kind, ends[0], ends[1], name, detail);
    this.below.push({ kind, name, sequence, during: this.during });
  }
}

const DIRECTIONS: Readonly<
  Record<'below' | 'belowReturn' | 'callback' | 'peer' | 'fault', readonly [Actor, Actor]>
> = {
  below: ['adapter', 'underlying'],
  belowReturn: ['underlying', 'adapter'],
  callback: ['underlying', 'adapter'],
  peer: ['peer', 'underlying'],
  fault: ['harness', 'underlying'],
};
