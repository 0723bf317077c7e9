import type { CallRecord, Timeline } from '../timeline/timeline.js';

/** What happened below the adapter, told as it happens: a call it made, a result, a fault that was injected. */
export interface UnderlyingEvent {
  /** A call of the adapter's, its return, a callback into it, what the peer did, or a fault that was injected. */
  readonly kind: 'below' | 'belowReturn' | 'callback' | 'peer' | 'fault';
  readonly name: string;
  readonly detail: string;
}

/** Receives what happens below an adapter, as it happens. */
export type OnUnderlyingEvent = (event: UnderlyingEvent) => void;

/** Who hears what happens below an adapter, and knows its place among everything else that is observed. */
export interface Observer {
  readonly onEvent: OnUnderlyingEvent;
  /** Sequence number that the next event will have. */
  readonly mark: () => number;
  /** The scenario's calls that are running now, innermost last. */
  readonly during: () => readonly CallRecord[];
}

/** Writes what happens below to a scenario's timeline. */
export function observerFor(timeline: Timeline): Observer {
  return {
    onEvent: ({ kind, name, detail }) => {
      timeline.underlying(kind, name, detail);
    },
    mark: () => timeline.mark,
    during: () => timeline.during,
  };
}

/** Tells what happens below the adapter in the order it happens, counts calls by name, and notices movement. */
export class Recorder {
  private readonly counts = new Map<string, number>();
  private moved = 0;
  private disposed = false;
  /** Calls of dowork that are running and were not told yet: they are, as soon as something happens inside. */
  private untold: string[] = [];
  private toldIdleLast = false;

  constructor(readonly observer: Observer) {}

  /** Grows with every event and every {@link move}. */
  get activity(): number {
    return this.moved;
  }

  /** How often the adapter has called a function. */
  calls(name: string): number {
    return this.counts.get(name) ?? 0;
  }

  /** A call that the adapter makes below. */
  call(name: string, detail: string): void {
    this.count(name);
    this.tell('below', name, detail);
  }

  /** How such a call came back. */
  returned(name: string, detail: string): void {
    this.tell('belowReturn', name, detail);
  }

  /** A callback or an event that the underlying IO makes into the adapter. */
  callback(name: string, detail: string): void {
    this.tell('callback', name, detail);
  }

  /** Something that the peer does. */
  peer(name: string, detail: string): void {
    this.tell('peer', name, detail);
  }

  /** A fault that the scenario injects. */
  fault(name: string, detail: string): void {
    this.tell('fault', name, detail);
  }

  /** Something moved that has no event of its own: bytes went a step further. */
  move(): void {
    this.moved += 1;
  }

  /**
   * Records a call of a dowork function. One in which nothing happens is counted, and told only if the event before
   * was not such an idle call as well: a host pumps, and its timeline shall stay readable.
   */
  dowork(name: string, work: () => void): void {
    this.count(name);
    const depth = this.untold.push(name);
    work();
    if (this.untold.length < depth) {
      this.returned(name, '');
      return;
    }
    this.untold.pop();
    if (!this.toldIdleLast) this.tellIdle(name);
  }

  /** After this nothing is told any more: the scenario is over. */
  dispose(): void {
    this.disposed = true;
  }

  private count(name: string): void {
    this.counts.set(name, this.calls(name) + 1);
  }

  private tellIdle(name: string): void {
    const before = this.moved;
    this.tell('below', name, '');
    this.tell('belowReturn', name, 'nothing to do');
    this.moved = before;
    this.toldIdleLast = true;
  }

  private tell(kind: UnderlyingEvent['kind'], name: string, detail: string): void {
    if (this.disposed) return;
    for (const dowork of this.untold.splice(0)) this.tell('below', dowork, '');
    this.moved += 1;
    this.toldIdleLast = false;
    this.observer.onEvent({ kind, name, detail });
  }
}

/** `1 byte`, `12 bytes`. */
export function bytes(count: number): string {
  return `${count} byte${count === 1 ? '' : 's'}`;
}
