import { constants } from 'node:os';
import type { Descriptors } from './descriptors.js';

const { EAGAIN, EBADF, ECONNRESET, ENOTCONN, EPIPE } = constants.errno;
/** By these errors the connection is gone for good; any other is about one message. */
const GONE: ReadonlySet<number> = new Set([EBADF, ECONNRESET, ENOTCONN, EPIPE]);

interface Waiting {
  readonly bytes: Uint8Array;
  readonly passed: readonly number[];
  /** What was in front of these bytes has gone. */
  readonly isRest: boolean;
}

/** Sends messages in their order, each in one write where the socket takes it; what it does not take waits. */
export class Sender {
  private readonly waiting: Waiting[] = [];
  private isBroken = false;

  constructor(
    private readonly descriptors: Descriptors,
    private readonly descriptor: number,
  ) {}

  /**
   * Sends a message, or keeps it until {@link flush}.
   * @param passed Descriptors that go with it; they are closed once they are gone.
   * @returns False when it can't be sent; where the connection is broken no other can from then on.
   */
  send(message: Uint8Array, passed: readonly number[]): boolean {
    this.waiting.push({ bytes: message, passed, isRest: false });
    return this.waiting.length > 1 ? !this.isBroken : this.flush();
  }

  /** Sends what waits, as far as the socket takes it; false when that can't be sent, or the connection is broken. */
  flush(): boolean {
    for (let [next] = this.waiting; next !== undefined && !this.isBroken; [next] = this.waiting) {
      const sent = this.descriptors.send(this.descriptor, next.bytes, next.passed);
      if (sent === -EAGAIN) return true;
      if (sent < 0) {
        // What comes behind a part of a message would be taken for the rest of it.
        this.isBroken = GONE.has(-sent) || next.isRest;
        return false;
      }
      this.closeAll(next.passed);
      if (sent === next.bytes.length) this.waiting.shift();
      else this.waiting[0] = { bytes: next.bytes.subarray(sent), passed: [], isRest: true };
    }
    return !this.isBroken;
  }

  /** True while something waits for room in the socket. */
  get isWaiting(): boolean {
    return this.waiting.length > 0;
  }

  /** Gives up what waits. */
  discard(): void {
    for (const { passed } of this.waiting.splice(0)) this.closeAll(passed);
  }

  private closeAll(passed: readonly number[]): void {
    for (const descriptor of passed) this.descriptors.close(descriptor);
  }
}
