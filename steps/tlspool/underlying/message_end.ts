import { constants } from 'node:os';
import { Assembler } from '../../../src/adapters/tlspool/assembler.js';
import type { Descriptors } from '../../../src/adapters/tlspool/descriptors.js';
import { MESSAGE_SIZE } from '../../../src/adapters/tlspool/wire.js';

/** A message that came, and what came with it. */
export interface Incoming {
  readonly message: Buffer;
  readonly passed: readonly number[];
}

/** One end of a connection between a client and a pool, played by a tester: it sends whatever it is told. */
export class MessageEnd {
  /** Messages that have come, oldest first. */
  readonly incoming: Incoming[] = [];
  /** One of the two sides has closed the connection. */
  ended = false;
  private readonly assembler: Assembler;
  private isOpen = true;

  constructor(
    private readonly descriptors: Descriptors,
    private readonly descriptor: number,
  ) {
    this.assembler = new Assembler(descriptors, descriptor);
  }

  /** Takes what has come; true when something has. */
  pump(): boolean {
    let moved = false;
    while (this.isOpen && !this.ended) {
      const arrival = this.assembler.next();
      if (typeof arrival === 'number') {
        this.ended = arrival !== -constants.errno.EAGAIN;
        return moved || this.ended;
      }
      moved = true;
      this.incoming.push(arrival);
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

  /** Closes this end, and the descriptors that came and that nobody took. */
  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    // The descriptor's number is soon another's, who must not get what is written here.
    this.ended = true;
    this.assembler.discard();
    this.descriptors.close(this.descriptor);
  }
}

/** Several messages as the bytes of one write. */
export function joined(messages: readonly Buffer[]): Buffer {
  const bytes = Buffer.concat(messages);
  if (bytes.length % MESSAGE_SIZE !== 0) throw new Error('a message is not whole');
  return bytes;
}
