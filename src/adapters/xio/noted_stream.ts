import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** Bytes that may wait for the adapter before the stream is told to stop reading. */
const RECEIVED_LIMIT = 1024 * 1024;

/** What an error says, in one line; an attempt on several addresses hides its reasons in `errors`. */
export function describe(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(describe).join('; ');
  return error instanceof Error ? error.message : String(error);
}

/**
 * A stream whose events are only noted: what they brought waits here until the adapter is called and asks for it.
 * It stops reading when the adapter leaves too much waiting, and no error of it is ever thrown.
 */
export class NotedStream<Stream extends Duplex = Duplex> {
  private received: Uint8Array[] = [];
  private next = 0;
  private waiting = 0;
  private broken: string | null = null;
  private readonly onData = (chunk: Uint8Array): void => {
    this.received.push(chunk);
    this.waiting += chunk.length;
    if (this.waiting >= RECEIVED_LIMIT) this.stream.pause();
  };
  private readonly onEnd = (): void => {
    this.ended = true;
  };
  private readonly onError = (error: unknown): void => {
    this.broken ??= describe(error);
  };
  private readonly onClose = (): void => {
    if (!this.ended) this.broken ??= 'the connection was closed';
    this.stream.off('error', this.onError);
  };

  /** True when the peer has ended its side and everything before that was noted. */
  ended = false;

  constructor(readonly stream: Stream) {
    stream.on('error', this.onError);
    stream.once('close', this.onClose);
  }

  /** True when bytes can go both ways; a stream that is no TCP socket has nothing to wait for. */
  get connected(): boolean {
    const connecting = this.stream instanceof Socket && this.stream.connecting;
    return !connecting && !this.stream.destroyed && this.broken === null;
  }

  /** Why the stream failed, or null; known as soon as it happens, while bytes may still wait. */
  get failure(): string | null {
    return this.broken;
  }

  /** True when no byte that has arrived waits to be received. */
  get drained(): boolean {
    return this.next >= this.received.length && this.stream.readableLength === 0;
  }

  /** Why nothing more will come, or null; not told before everything that has come was received. */
  get loss(): string | null {
    if (!this.drained) return null;
    return this.broken ?? (this.ended ? 'the peer closed the connection' : null);
  }

  /** Starts to note what the peer sends. */
  startReading(): void {
    this.stream.on('data', this.onData);
    this.stream.once('end', this.onEnd);
  }

  /** The next bytes that the peer sent, or null when none wait. */
  receive(): Uint8Array | null {
    const chunk = this.received[this.next];
    if (chunk === undefined) return this.refill();
    this.next += 1;
    this.waiting -= chunk.length;
    return chunk;
  }

  /** Writes bytes; `onTaken` is called when all of them have gone, and never when they have not. */
  write(bytes: Uint8Array, onTaken: () => void): void {
    this.stream.write(bytes, (error) => {
      // A socket that is destroyed ends its writes without an error.
      if ((error === undefined || error === null) && !this.stream.destroyed) onTaken();
    });
  }

  /** Gives up the stream at once: its listeners go, what waits is dropped, a late error reaches nobody. */
  discard(): void {
    this.stream.off('data', this.onData);
    this.stream.off('end', this.onEnd);
    this.received = [];
    this.next = 0;
    this.stream.destroy();
  }

  /** Everything noted was taken: lets a paused stream go on, or takes what a broken one still holds. */
  private refill(): Uint8Array | null {
    if (this.next > 0) {
      this.received = [];
      this.next = 0;
    }
    if (this.stream.isPaused()) {
      if (this.stream.destroyed) return this.salvage();
      this.stream.resume();
    }
    return null;
  }

  private salvage(): Uint8Array | null {
    this.stream.off('data', this.onData);
    return this.stream.read() as Uint8Array | null;
  }
}
