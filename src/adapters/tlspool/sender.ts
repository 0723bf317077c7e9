import { constants } from 'node:os';
import type { Descriptors } from './descriptors.js';

interface Waiting {
  bytes: Uint8Array;
  passed: readonly number[];
}

/** Sends messages in their order, each in one write where the socket takes it; what it does not take waits. */
export class Sender {
  private readonly waiting: Waiting[] = [];

  constructor(
    private readonly descriptors: Descriptors,
    private readonly descriptor: number,
  ) {}

  /**
   * Sends a message, or keeps it until {@link flush}.
   * @param passed Descriptors that go with it; they are closed once they are gone.
   * @returns False when the connection is broken.
   */
  send(message: Uint8Array, passed: readonly number[]): boolean {
    this.waiting.push({ bytes: message, passed });
    return this.waiting.length > 1 || this.flush();
  }

  /** Sends what waits, as far as the socket takes it; false when the connection is broken. */
  flush(): boolean {
    for (let next = this.waiting[0]; next !== undefined; next = this.waiting[0]) {
      const sent = this.descriptors.send(this.descriptor, next.bytes, next.passed);
      if (sent < 0) return sent === -constants.errno.EAGAIN;
      this.closeAll(next.passed);
      if (sent === next.bytes.length) this.waiting.shift();
      else this.waiting[0] = { bytes: next.bytes.subarray(sent), passed: [] };
    }
    return true;
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
