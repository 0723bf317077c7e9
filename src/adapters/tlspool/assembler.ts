import { MESSAGE_SIZE } from './wire.js';
import type { Descriptors } from './descriptors.js';

/** A whole message with the descriptors that came with any part of it. */
export interface Arrival {
  readonly message: Buffer;
  readonly passed: readonly number[];
}

/** Descriptors that are kept of those that come with one message: no message may have as many, and it is told by them. */
const MOST_KEPT = 2;

/** Makes messages of a stream's bytes, however these are cut. */
export class Assembler {
  private readonly bytes = Buffer.alloc(MESSAGE_SIZE);
  private filled = 0;
  private passed: number[] = [];

  constructor(
    private readonly descriptors: Descriptors,
    private readonly descriptor: number,
  ) {}

  /** The next message; a number when there is none yet: 0 at the end of the stream, or an error. */
  next(): Arrival | number {
    for (;;) {
      const { length, bytes, passed } = this.descriptors.receive(this.descriptor, MESSAGE_SIZE - this.filled);
      const room = MOST_KEPT - this.passed.length;
      this.passed.push(...passed.slice(0, room));
      for (const one of passed.slice(room)) this.descriptors.close(one);
      if (length <= 0) return length;
      this.bytes.set(bytes.subarray(0, length), this.filled);
      this.filled += length;
      if (this.filled < MESSAGE_SIZE) continue;
      const arrival = { message: Buffer.from(this.bytes), passed: this.passed };
      this.filled = 0;
      this.passed = [];
      return arrival;
    }
  }

  /** Closes descriptors that came with a message which will never be whole. */
  discard(): void {
    for (const descriptor of this.passed.splice(0)) this.descriptors.close(descriptor);
  }
}
