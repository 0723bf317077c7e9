import { constants } from 'node:os';
import type { Descriptors } from '../../../src/adapters/tlspool/descriptors.js';

/** A message that came, and what came with it. */
export interface Incoming {
  readonly message: Buffer;
  readonly passed: readonly number[];
}

/** A message that a scenario has seen come. */
export interface Arrived {
  readonly message: Buffer;
  /** Descriptors that came with it. */
  readonly passed: number;
  /** Number of the event in the timeline. */
  readonly sequence: number;
}

/** One end of a connection between a client and a pool, played by a tester: it sends whatever it is told. */
export class MessageEnd {
  /** Messages that have come, oldest first. */
  readonly incoming: Incoming[] = [];
  /** One of the two sides has closed the connection. */
  ended = false;
  private part = Buffer.alloc(0);
  private passed: number[] = [];
  private isOpen = true;

  /** @param size Bytes of a message. */
  constructor(
    private readonly descriptors: Descriptors,
    private readonly descriptor: number,
    private readonly size: number,
  ) {}

  /** Takes what has come; true when something has. */
  pump(): boolean {
    let moved = false;
    while (this.isOpen && !this.ended) {
      const { length, bytes, passed } = this.descriptors.receive(
        this.descriptor,
        this.size - this.part.length,
      );
      this.passed.push(...passed);
      if (length <= 0) {
        this.ended = length !== -constants.errno.EAGAIN;
        return moved || this.ended;
      }
      this.part = Buffer.concat([this.part, bytes]);
      if (this.part.length < this.size) continue;
      moved = true;
      this.incoming.push({ message: this.part, passed: this.passed });
      this.part = Buffer.alloc(0);
      this.passed = [];
    }
    return moved;
  }

  /** Writes bytes in one write, with descriptors that stay the caller's. */
  write(bytes: Uint8Array, passed: readonly number[] = []): void {
    if (!this.offer(bytes, passed)) throw new Error(`there is no room for ${bytes.length} bytes`);
  }

  /** Writes bytes if there is room for them; false when there is none. */
  offer(bytes: Uint8Array, passed: readonly number[] = []): boolean {
    if (!this.isOpen) throw new Error('this end is closed');
    const sent = this.descriptors.send(this.descriptor, bytes, passed);
    if (sent === -constants.errno.EAGAIN) return false;
    if (sent !== bytes.length) throw new Error(`${sent} of ${bytes.length} bytes were taken`);
    return true;
  }

  /** Closes this end, and what came with a message that was never whole. */
  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    // The descriptor's number is soon another's, who must not get what is written here.
    this.ended = true;
    for (const one of this.passed.splice(0)) this.descriptors.close(one);
    this.descriptors.close(this.descriptor);
  }
}
