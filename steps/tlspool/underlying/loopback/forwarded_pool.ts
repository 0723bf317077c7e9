import type { Descriptors } from '../../../../src/adapters/tlspool/descriptors.js';
import { MessageEnd, type Incoming } from '../message_end.js';
import type { Backend } from '../pool_stand.js';

/** A real pool at a path: what it is sent and what it says goes through unchanged, descriptors included. */
export class ForwardedPool implements Backend {
  private readonly end: MessageEnd;
  /** What the pool has no room for yet. */
  private readonly waiting: Incoming[] = [];

  /** @param size Bytes of a message. */
  constructor(
    private readonly descriptors: Descriptors,
    path: string,
    size: number,
  ) {
    const connection = descriptors.connect(path);
    if (connection < 0) throw new Error(`no pool at ${path}: errno ${-connection}`);
    this.end = new MessageEnd(descriptors, connection, size);
  }

  readonly take = (incoming: Incoming): void => {
    this.waiting.push(incoming);
    this.forward();
  };

  readonly next = (): Buffer | null => {
    this.forward();
    this.end.pump();
    return this.end.incoming.shift()?.message ?? null;
  };

  readonly plain = (): null => null;

  readonly close = (): void => {
    for (const { passed } of this.waiting.splice(0)) this.closeAll(passed);
    this.end.close();
  };

  private forward(): void {
    for (const { message, passed } of [...this.waiting]) {
      if (!this.end.offer(message, passed)) return;
      this.waiting.shift();
      this.closeAll(passed);
    }
  }

  private closeAll(passed: readonly number[]): void {
    for (const one of passed) this.descriptors.close(one);
  }
}
