import type { Descriptors } from '../../../src/adapters/tlspool/descriptors.js';
import { MessageEnd, type Arrived, type Incoming } from './message_end.js';
import type { Values, Wire } from './wire/wire.js';

/** Answers a client as a pool does. */
export interface Backend {
  /** Takes a message and the descriptors that came with it. */
  readonly take: (incoming: Incoming) => void;
  /** What the pool says next; null: nothing yet. */
  readonly next: () => Buffer | null;
  /** The other end of the plain text that a client was given last, where the backend keeps it. */
  readonly plain: () => number | null;
  readonly close: () => void;
}

/**
 * The place of the pool as a client sees it. What the pool says is held until a scenario lets it go, as it is, changed, joined
 * or cut, and a scenario can say more.
 */
export class PoolStand {
  /** What the pool has said and the client has not got. */
  readonly held: Buffer[] = [];
  /** What the client has sent, oldest first. */
  readonly received: Arrived[] = [];
  private readonly listener: number;
  private end: MessageEnd | null = null;

  constructor(
    private readonly descriptors: Descriptors,
    path: string,
    private readonly wire: Wire,
    private readonly backend: Backend,
    /** Writes to the timeline; returns the number of the event there. */
    private readonly note: (name: string, detail: string) => number,
  ) {
    this.listener = descriptors.listen(path, 0o600);
    if (this.listener < 0) throw new Error(`no socket at ${path}: errno ${-this.listener}`);
  }

  /** Moves what can be moved; true when something was. */
  pump(): boolean {
    let moved = false;
    if (this.end === null) {
      const accepted = this.descriptors.accept(this.listener);
      if (accepted >= 0) this.end = new MessageEnd(this.descriptors, accepted, this.wire.size);
      moved = accepted >= 0;
    }
    if (this.end?.pump() === true) moved = true;
    for (const incoming of this.end?.incoming.splice(0) ?? []) {
      const { message, passed } = incoming;
      const sequence = this.note('the pool gets', this.wire.named(message));
      this.received.push({ message, passed: passed.length, sequence });
      this.backend.take(incoming);
    }
    for (let said = this.backend.next(); said !== null; said = this.backend.next()) {
      moved = true;
      this.held.push(said);
    }
    return moved;
  }

  /** The other end of the plain text, where the pool is a script. */
  plain(): number | null {
    return this.backend.plain();
  }

  /** The connection of the client, once it has come. */
  get client(): MessageEnd {
    if (this.end === null) throw new Error('no client has connected');
    return this.end;
  }

  /** Sends the client the oldest message that is held, with some fields changed. */
  release(changes: Values = {}): Buffer {
    const message = this.held.shift();
    if (message === undefined) throw new Error('no message is held');
    return this.say(message, changes);
  }

  /** Sends the client a message. */
  say(message: Buffer, changes: Values = {}): Buffer {
    this.wire.write(message, changes);
    this.note('the pool sends', this.wire.named(message));
    this.client.write(message);
    return message;
  }

  /** Closes the connection of the client. */
  disconnect(): void {
    this.pump();
    this.note('the pool closes', '');
    this.client.close();
  }

  close(): void {
    this.end?.close();
    this.descriptors.close(this.listener);
    this.backend.close();
  }
}
