import type { Descriptors } from '../../../adapters/tlspool/descriptors.js';
import { MessageEnd, type Incoming } from '../message_end.js';
import type { Backend } from '../pool_stand.js';

/** A real pool at a path: what it is sent and what it says goes through unchanged, descriptors included. */
export class ForwardedPool implements Backend {
  private readonly end: MessageEnd;

  constructor(
    private readonly descriptors: Descriptors,
    path: string,
  ) {
    const connection = descriptors.connect(path);
    if (connection < 0) throw new Error(`no pool at ${path}: errno ${-connection}`);
    this.end = new MessageEnd(descriptors, connection);
  }

  readonly take = ({ message, passed }: Incoming): void => {
    this.end.write(message, passed);
    for (const one of passed) this.descriptors.close(one);
  };

  readonly next = (): Buffer | null => {
    this.end.pump();
    return this.end.incoming.shift()?.message ?? null;
  };

  readonly plain = (): null => null;

  readonly close = (): void => {
    this.end.close();
  };
}
