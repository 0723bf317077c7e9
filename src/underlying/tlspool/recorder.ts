import type { Duplex } from 'node:stream';
import type { Descriptors } from '../../adapters/tlspool/descriptors.js';

/** A write of the adapter. */
export interface Sent {
  readonly descriptor: number;
  readonly bytes: Buffer;
  readonly passed: readonly number[];
  /** How the adapter came by the descriptor: `connect`, `accept`, `given`, … */
  readonly through: string | undefined;
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
  /** Descriptors that streams were made of. */
  readonly streamed = new Set<number>();
  private readonly base: Descriptors;

  constructor(
    base: Descriptors,
    private readonly note: (name: string, detail: string) => void,
  ) {
    this.base = base;
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
    connect: (path) => this.opened('connect', this.base.connect(path)),
    listen: (path, mode) => this.opened('listen', this.base.listen(path, mode)),
    unlink: (path) => {
      this.base.unlink(path);
    },
    accept: (listener) => this.opened('accept', this.base.accept(listener)),
    send: (descriptor, bytes, passed) => {
      this.note('send', `${bytes.length} bytes${passed.length > 0 ? `, ${passed.length} descriptor` : ''}`);
      const through = this.owned.get(descriptor);
      this.sent.push({ descriptor, bytes: Buffer.from(bytes), passed, through });
      return this.base.send(descriptor, bytes, passed);
    },
    receive: (descriptor, length) => {
      this.read.add(descriptor);
      const received = this.base.receive(descriptor, length);
      if (received.length >= 0) this.note('receive', `${received.length} bytes`);
      for (const one of received.passed) this.owned.set(one, 'passed');
      return received;
    },
    pair: () => {
      const made = this.base.pair();
      this.note('pair', made === null ? 'none' : 'two descriptors');
      for (const one of made ?? []) this.owned.set(one, 'pair');
      return made;
    },
    close: (descriptor) => {
      this.note('close', this.owned.get(descriptor) ?? 'a descriptor of somebody else');
      this.owned.delete(descriptor);
      this.closed.push(descriptor);
      this.base.close(descriptor);
    },
    stream: (descriptor) => {
      const stream = this.base.stream(descriptor);
      this.streamed.add(descriptor);
      this.streams.add(stream);
      stream.once('close', () => {
        this.streams.delete(stream);
        this.owned.delete(descriptor);
      });
      return stream;
    },
    watch: (descriptor, onReadable) => this.base.watch(descriptor, onReadable),
    whenWritable: (descriptor, onWritable) => this.base.whenWritable(descriptor, onWritable),
  };

  private opened(name: string, descriptor: number): number {
    if (descriptor >= 0) {
      this.note(name, 'a descriptor');
      this.owned.set(descriptor, name);
    }
    return descriptor;
  }
}
