import { Duplex } from 'node:stream';
import { MemoryPool } from '../xio/memory_pool.js';

/** Memory for cipher text on its way to an engine. */
const memory = new MemoryPool();

/** Sends bytes below; false when they are refused. `done` tells later, or at once, how it went. */
export type SendBelow = (bytes: Uint8Array, done: (sent: boolean) => void) => boolean;

/**
 * The far side of a TLS engine that has no socket: cipher text that the engine writes is kept here until the adapter
 * sends it below, and the engine is told that it is gone when it was really taken there.
 */
export class CipherPipe {
  readonly stream: Duplex;
  private unsent: Uint8Array[] = [];
  private outstanding = 0;
  private release: (() => void) | null = null;
  private broken: string | null = null;

  constructor() {
    this.stream = new Duplex({
      read: () => {
        // Bytes come when the adapter feeds them.
      },
      writev: (chunks, callback) => {
        for (const { chunk } of chunks as readonly { readonly chunk: Uint8Array }[]) {
          if (chunk.length > 0) this.unsent.push(chunk);
        }
        this.release = callback;
        this.releaseWhenSent();
      },
    });
  }

  /** Why sending failed, or null. */
  get failure(): string | null {
    return this.broken;
  }

  /** True when all cipher text made so far was taken below. */
  get idle(): boolean {
    return this.unsent.length === 0 && this.outstanding === 0;
  }

  /** Bytes that the engine has not read yet. */
  get backlog(): number {
    return this.stream.readableLength;
  }

  /** Gives a copy of the bytes to the engine, for they are the underlying IO's own again when this returns. */
  feed(bytes: Uint8Array): void {
    const copy = memory.allocate(bytes.length);
    if (copy === null) {
      this.broken ??= `no memory for ${bytes.length} bytes`;
      return;
    }
    copy.set(bytes);
    this.stream.push(copy);
    // With nothing left to read, the engine has taken the bytes into memory of its own.
    if (this.backlog === 0) memory.release(copy);
  }

  /** Sends all cipher text that waits, in order, until it is refused. */
  flush(send: SendBelow): void {
    for (let bytes = this.unsent.shift(); bytes !== undefined; bytes = this.unsent.shift()) {
      if (this.broken !== null) return;
      this.outstanding += 1;
      let told = false;
      const settle = (failure: string | null): void => {
        if (told) return;
        told = true;
        this.outstanding -= 1;
        this.broken ??= failure;
        this.releaseWhenSent();
      };
      const accepted = send(bytes, (sent) => {
        settle(sent ? null : 'the underlying IO failed to send');
      });
      if (accepted) continue;
      // Whatever it has told besides: what is refused was not taken.
      this.broken ??= 'the underlying IO refused to send';
      settle(null);
    }
  }

  /** Gives up: nothing that is told from now on has an effect. */
  discard(): void {
    this.release = null;
    this.unsent = [];
    this.stream.destroy();
  }

  private releaseWhenSent(): void {
    if (!this.idle || this.broken !== null) return;
    const { release } = this;
    this.release = null;
    release?.();
  }
}
