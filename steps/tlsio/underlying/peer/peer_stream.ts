import type { LineEnd } from '../line/line.js';
import { LineDuplex } from '../line/line_duplex.js';
import { Turns } from '../turns.js';

/** What the peer's stream tells the connection that owns it. */
export interface PeerStreamListener {
  cipherReceived(size: number): void;
  /** The adapter's side sends no more; told once the TLS engine has had what came before. */
  ended(): void;
  broken(error: Error): void;
  closed(): void;
}

/** The peer's end of a line as its TLS engine sees it. Half open, so that the peer decides itself when it ends. */
export class PeerStream extends LineDuplex {
  private reading = true;
  private cutAfterHalf: (() => void) | null = null;
  private readonly turns = new Turns();

  constructor(
    line: LineEnd,
    private readonly listener: PeerStreamListener,
  ) {
    super(line, { allowHalfOpen: true });
    this.once('error', (error) => {
      listener.broken(error);
    });
    this.once('close', () => {
      listener.closed();
    });
    this.listen();
  }

  /** False after `stopReading`. */
  get isReading(): boolean {
    return this.reading;
  }

  /** True while it has something to do in a later turn: pass on an end, cut the connection. */
  get isBusy(): boolean {
    return this.turns.pending > 0;
  }

  stopReading(): void {
    this.reading = false;
    this.line.pause();
  }

  resumeReading(): void {
    this.reading = true;
    this.line.resume();
  }

  /** Sends half of what the engine says next, and when the other end has it, calls `cut`. */
  cutInTheMiddle(cut: () => void): void {
    this.cutAfterHalf = cut;
  }

  /** Cuts the connection now. */
  cut(): void {
    this.line.reset();
    this.destroy();
  }

  override _read(): void {
    if (this.reading) this.line.resume();
  }

  override _write(chunk: Buffer, encoding: BufferEncoding, callback: (error?: Error | null) => void): void {
    const cut = this.cutAfterHalf;
    if (cut === null) {
      super._write(chunk, encoding, callback);
      return;
    }
    this.cutAfterHalf = null;
    this.line.write(chunk.subarray(0, chunk.length >> 1), () => {
      // Two turns let the other end read the half: with it unread, libuv tells an end where a reset came.
      this.turns.after(2, cut);
    });
  }

  override _destroy(error: Error | null, callback: (error?: Error | null) => void): void {
    this.turns.clear();
    super._destroy(error, callback);
  }

  protected override arrive(bytes: Buffer): void {
    this.listener.cipherReceived(bytes.length);
    super.arrive(bytes);
  }

  /**
   * An end of the line is passed on a turn later than it came: node:tls reports a close_notify and the end of the
   * stream below it by the same event, and the turn between lets the two be told apart.
   */
  protected override arriveEnd(): void {
    this.turns.next('end', () => {
      this.listener.ended();
      this.push(null);
    });
  }
}
