import { bytes, type Recorder } from '../../../../src/stage/recorder.js';
import type { Movement } from '../../../../src/stage/under_way.js';
import { systemError, type LineEnd, type LineListener } from './line.js';

type Parcel =
  | { readonly kind: 'bytes'; readonly bytes: Buffer; readonly done: (error: Error | null) => void }
  | { readonly kind: 'finished' }
  | { readonly kind: 'reset' };

/** A connection in memory. Bytes take one turn of the event loop, and a write is done once the other end has read it. */
export class MemoryLine {
  readonly near: MemoryEnd;
  readonly far: MemoryEnd;

  constructor(recorder: Recorder) {
    this.near = new MemoryEnd(recorder);
    this.far = new MemoryEnd(recorder);
    this.near.join(this.far);
    this.far.join(this.near);
  }

  /** True when neither end hears anything any more. */
  get isOver(): boolean {
    return this.near.isGone && this.far.isGone;
  }

  moving(): readonly Movement[] {
    return [
      ...described(this.far, 'the peer', false),
      // Bytes that wait because the adapter's side does not read them are the adapter's to fetch.
      ...described(this.near, 'the adapter', this.near.isPaused),
    ];
  }

  dispose(): void {
    this.near.dispose();
    this.far.dispose();
  }
}

function described(end: MemoryEnd, whom: string, waitsForAdapter: boolean): Movement[] {
  if (end.waiting === 0 || (end.isPaused && !waitsForAdapter)) return [];
  return [{ what: `${end.describeWaiting()} on the way to ${whom}`, waitsForAdapter }];
}

class MemoryEnd implements LineEnd {
  private other: MemoryEnd | null = null;
  private listener: LineListener | null = null;
  private inbox: Parcel[] = [];
  private turn: NodeJS.Immediate | null = null;
  private paused = false;
  private finishSent = false;
  /** This end hears nothing more: it left, or the line broke. */
  private gone = false;

  constructor(private readonly recorder: Recorder) {}

  get isPaused(): boolean {
    return this.paused;
  }

  get isGone(): boolean {
    return this.gone;
  }

  get waiting(): number {
    return this.inbox.length;
  }

  describeWaiting(): string {
    const size = this.inbox.reduce(
      (sum, parcel) => sum + (parcel.kind === 'bytes' ? parcel.bytes.length : 0),
      0,
    );
    return size > 0 ? bytes(size) : 'an end of the connection';
  }

  join(other: MemoryEnd): void {
    this.other = other;
  }

  attach(listener: LineListener): void {
    this.listener = listener;
    this.schedule();
  }

  write(chunk: Buffer, done: (error: Error | null) => void): void {
    if (this.gone || this.finishSent) {
      done(systemError('EPIPE', 'write'));
      return;
    }
    this.other?.take({ kind: 'bytes', bytes: chunk, done });
  }

  finish(): void {
    if (this.gone || this.finishSent) return;
    this.finishSent = true;
    this.other?.take({ kind: 'finished' });
  }

  reset(): void {
    if (this.gone) return;
    this.leave();
    this.other?.breakOff();
  }

  destroy(): void {
    this.finish();
    this.leave();
  }

  pause(): void {
    this.paused = true;
  }

  resume(): void {
    this.paused = false;
    this.schedule();
  }

  dispose(): void {
    this.leave();
  }

  /** What the other end sends; an end that has left refuses bytes, as TCP does. */
  private take(parcel: Parcel): void {
    if (this.gone) {
      if (parcel.kind !== 'bytes') return;
      parcel.done(systemError('EPIPE', 'write'));
      this.other?.breakOff();
      return;
    }
    this.inbox.push(parcel);
    this.schedule();
  }

  /** A reset overtakes what is on its way in both directions. */
  private breakOff(): void {
    if (this.gone) return;
    this.discardInbox();
    this.other?.discardInbox();
    this.inbox.push({ kind: 'reset' });
    this.schedule();
  }

  private leave(): void {
    this.gone = true;
    this.discardInbox();
    if (this.turn !== null) clearImmediate(this.turn);
    this.turn = null;
  }

  private discardInbox(): void {
    const discarded = this.inbox;
    this.inbox = [];
    for (const parcel of discarded) {
      if (parcel.kind === 'bytes') parcel.done(systemError('ECONNRESET', 'write'));
    }
  }

  private schedule(): void {
    if (this.turn !== null || this.listener === null || this.gone || this.inbox.length === 0) return;
    this.turn = setImmediate(() => {
      this.turn = null;
      this.drain();
    });
  }

  private drain(): void {
    while (this.listener !== null && !this.gone && (!this.paused || this.inbox[0]?.kind === 'reset')) {
      const parcel = this.inbox.shift();
      if (parcel === undefined) return;
      this.recorder.move();
      this.deliver(parcel, this.listener);
    }
  }

  private deliver(parcel: Parcel, listener: LineListener): void {
    if (parcel.kind === 'bytes') {
      listener.received(parcel.bytes);
      parcel.done(null);
    } else if (parcel.kind === 'finished') {
      listener.finished();
    } else {
      this.gone = true;
      listener.failed(systemError('ECONNRESET', 'read'));
    }
  }
}
