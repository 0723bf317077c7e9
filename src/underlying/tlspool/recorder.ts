import type { Duplex } from 'node:stream';
import sinon from 'sinon';
import type { Descriptors } from '../../adapters/tlspool/descriptors.js';

/** A write of the adapter. */
export interface Sent {
  readonly descriptor: number;
  readonly bytes: Buffer;
  readonly passed: readonly number[];
}

/** What an adapter does with descriptors: each call below it, and which descriptors are its own. */
export class Recorder {
  readonly sent: Sent[] = [];
  /** Descriptors that were read from. */
  readonly read = new Set<number>();
  readonly closed: number[] = [];
  /** The adapter's descriptors, and how it came by them. */
  readonly owned = new Map<number, string>();
  readonly streams = new Set<Duplex>();
  private readonly spied: Descriptors;

  constructor(
    base: Descriptors,
    private readonly note: (name: string, detail: string) => void,
  ) {
    this.spied = sinon.spy({ ...base });
  }

  /** How often each function was called. */
  calls(name: keyof Descriptors): number {
    return (this.spied[name] as sinon.SinonSpy).callCount;
  }

  /** Hands a descriptor to the adapter. */
  give(descriptor: number): number {
    this.owned.set(descriptor, 'given');
    return descriptor;
  }

  /** Takes a descriptor that the adapter has handed over. */
  take(descriptor: number): number {
    this.owned.delete(descriptor);
    return descriptor;
  }

  /** What the adapter stands on. */
  readonly descriptors: Descriptors = {
    connect: (path) => this.opened('connect', this.spied.connect(path)),
    listen: (path, mode) => this.opened('listen', this.spied.listen(path, mode)),
    unlink: (path) => {
      this.spied.unlink(path);
    },
    accept: (listener) => this.opened('accept', this.spied.accept(listener)),
    send: (descriptor, bytes, passed) => {
      this.note('send', `${bytes.length} bytes${passed.length > 0 ? `, ${passed.length} descriptor` : ''}`);
      this.sent.push({ descriptor, bytes: Buffer.from(bytes), passed });
      return this.spied.send(descriptor, bytes, passed);
    },
    receive: (descriptor, length) => {
      this.read.add(descriptor);
      const received = this.spied.receive(descriptor, length);
      if (received.length >= 0) this.note('receive', `${received.length} bytes`);
      for (const one of received.passed) this.owned.set(one, 'passed');
      return received;
    },
    pair: () => {
      const made = this.spied.pair();
      this.note('pair', made === null ? 'none' : 'two descriptors');
      for (const one of made ?? []) this.owned.set(one, 'pair');
      return made;
    },
    close: (descriptor) => {
      this.note('close', this.owned.get(descriptor) ?? 'a descriptor of somebody else');
      this.owned.delete(descriptor);
      this.closed.push(descriptor);
      this.spied.close(descriptor);
    },
    stream: (descriptor) => {
      const stream = this.spied.stream(descriptor);
      this.streams.add(stream);
      stream.once('close', () => {
        this.streams.delete(stream);
        this.owned.delete(descriptor);
      });
      return stream;
    },
    watch: (descriptor, onReadable) => this.spied.watch(descriptor, onReadable),
  };

  private opened(name: string, descriptor: number): number {
    if (descriptor >= 0) {
      this.note(name, 'a descriptor');
      this.owned.set(descriptor, name);
    }
    return descriptor;
  }
}
