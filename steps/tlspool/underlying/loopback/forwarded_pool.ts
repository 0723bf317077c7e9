import type { Descriptors } from '../../../../src/adapters/tlspool/descriptors.js';
import { Sender } from '../../../../src/adapters/tlspool/sender.js';
import { MessageEnd, type Incoming } from '../message_end.js';
import type { Backend } from '../pool_stand.js';

/** A real pool at a path: what it is sent and what it says goes through unchanged, descriptors included. */
export class ForwardedPool implements Backend {
  private readonly end: MessageEnd;
  /** The pool takes in its own time what comes faster than that. */
  private readonly sender: Sender;

  constructor(descriptors: Descriptors, path: string) {
    const connection = descriptors.connect(path);
    if (connection < 0) throw new Error(`no pool at ${path}: errno ${-connection}`);
    this.end = new MessageEnd(descriptors, connection);
    this.sender = new Sender(descriptors, connection);
  }

  readonly take = ({ message, passed }: Incoming): void => {
    if (!this.sender.send(message, passed)) throw new Error('the pool has gone');
  };

  readonly next = (): Buffer | null => {
    this.sender.flush();
    this.end.pump();
    return this.end.incoming.shift()?.message ?? null;
  };

  readonly plain = (): null => null;

  readonly close = (): void => {
    this.sender.discard();
    this.end.close();
  };
}
