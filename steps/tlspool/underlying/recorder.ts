import type { Duplex } from 'node:stream';
import type { Descriptors } from '../../../src/adapters/tlspool/descriptors.js';
import type { Spies } from '../../../src/stage/doubles.js';

/** A write of the adapter. */
export interface Sent {
  readonly descriptor: number;
  readonly bytes: Buffer;
  readonly passed: readonly number[];
  /** How the adapter came by the descriptor: `connect`, `accept`, `given`, … */
  readonly through: string | undefined;
  /** Number of the event in the timeline. */
  readonly sequence: number;
}

/** Which descriptors are an adapter's own, and what it has written; its calls as such the doubles below keep. */
export class Recorder {
  readonly sent: Sent[] = [];
  /** The adapter's descriptors, and how it came by them. */
  readonly owned = new Map<number, string>();
  readonly streams = new Set<Duplex>();
  /** Descriptors that were closed without being the adapter's: twice, or somebody else's. */
  readonly stray: number[] = [];

  constructor(
    private readonly below: Spies<Descriptors>,
    /** Writes to the timeline; returns the number of the event there. */
    private readonly note: (name: string, detail: string) => number,
  ) {}

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
    connect: (path) => this.opened('connect', this.below.connect(path)),
    listen: (path, mode) => this.opened('listen', this.below.listen(path, mode)),
    unlink: (path) => {
      this.below.unlink(path);
    },
    accept: (listener) => this.opened('accept', this.below.accept(listener)),
    send: (descriptor, bytes, passed) => {
      const along = passed.length > 0 ? `, ${passed.length} descriptor` : '';
      const sequence = this.note('send', `${bytes.length} bytes${along}`);
      const through = this.owned.get(descriptor);
      this.sent.push({ descriptor, bytes: Buffer.from(bytes), passed, through, sequence });
      return this.below.send(descriptor, bytes, passed);
    },
    receive: (descriptor, length) => {
      const received = this.below.receive(descriptor, length);
      if (received.length >= 0) this.note('receive', `${received.length} bytes`);
      for (const one of received.passed) this.owned.set(one, 'passed');
      return received;
    },
    pair: () => {
      const made = this.below.pair();
      this.note('pair', made === null ? 'none' : 'two descriptors');
      for (const one of made ?? []) this.owned.set(one, 'pair');
      return made;
    },
    close: (descriptor) => {
      this.note('close', this.owned.get(descriptor) ?? 'a descriptor of somebody else');
      if (!this.owned.delete(descriptor)) this.stray.push(descriptor);
      this.below.close(descriptor);
    },
    stream: (descriptor) => {
      const stream = this.below.stream(descriptor);
      this.streams.add(stream);
      stream.once('close', () => {
        this.streams.delete(stream);
        this.owned.delete(descriptor);
      });
      return stream;
    },
    watch: (descriptor, onReadable) => this.below.watch(descriptor, onReadable),
    whenWritable: (descriptor, onWritable) => this.below.whenWritable(descriptor, onWritable),
  };

  private opened(name: string, descriptor: number): number {
    if (descriptor >= 0) {
      this.note(name, 'a descriptor');
      this.owned.set(descriptor, name);
    }
    return descriptor;
  }
}
