import { libc, LINUX, type Memory } from './libc.js';

const ENTRY = 8;
/** Descriptors that one poller can wait for at most. */
const MOST = 1023;

/**
 * Says when something can be read from a descriptor, or written to it. One call of poll waits for all of them on a thread of
 * its own; a pair of descriptors wakes it when there is something else to wait for, and while nothing is watched there is
 * neither.
 */
export class Poller {
  private readonly readable = new Map<number, () => void>();
  private readonly writable = new Map<number, () => void>();
  private entries: Memory | null = null;
  private scratch: Memory | null = null;
  private wake: readonly [number, number] | null = null;
  private isPolling = false;

  /** Calls back whenever something can be read from `descriptor`, until what this returns is called. */
  watch(descriptor: number, onReadable: () => void): () => void {
    return this.add(this.readable, descriptor, onReadable);
  }

  /** Calls back once, when something can be written to `descriptor`, unless what this returns is called before. */
  whenWritable(descriptor: number, onWritable: () => void): () => void {
    // Room is there most of the time: who is told of it more than once never rests.
    const stop = this.add(this.writable, descriptor, () => {
      stop();
      onWritable();
    });
    return stop;
  }

  private add(watched: Map<number, () => void>, descriptor: number, onReady: () => void): () => void {
    const all = this.descriptors;
    if (!all.has(descriptor) && all.size >= MOST)
      throw new RangeError(`more than ${MOST} descriptors are watched`);
    watched.set(descriptor, onReady);
    this.changed();
    return () => {
      if (watched.get(descriptor) !== onReady) return;
      watched.delete(descriptor);
      this.changed();
    };
  }

  private get descriptors(): ReadonlySet<number> {
    return new Set([...this.readable.keys(), ...this.writable.keys()]);
  }

  private changed(): void {
    if (this.isPolling) this.rouse();
    else if (this.readable.size + this.writable.size > 0) this.poll();
    else this.rest();
  }

  private poll(): void {
    const { socketpair, poll, memory } = libc();
    this.entries ??= memory(ENTRY * (MOST + 1));
    this.scratch ??= memory(64);
    if (this.wake === null) {
      const { bytes, pointer } = this.scratch;
      if (socketpair(LINUX.AF_UNIX, LINUX.STREAM, 0, pointer) !== 0)
        throw new Error(`socketpair failed with errno ${libc().errno()}`);
      this.wake = [bytes.readInt32LE(0), bytes.readInt32LE(4)];
    }
    const [wake] = this.wake;
    const asked = [wake, ...this.descriptors];
    const { bytes, pointer } = this.entries;
    asked.forEach((descriptor, index) => {
      const reads = descriptor === wake || this.readable.has(descriptor);
      const events = (reads ? LINUX.POLLIN : 0) | (this.writable.has(descriptor) ? LINUX.POLLOUT : 0);
      bytes.writeInt32LE(descriptor, index * ENTRY);
      bytes.writeInt16LE(events, index * ENTRY + 4);
      bytes.writeInt16LE(0, index * ENTRY + 6);
    });
    this.isPolling = true;
    poll(pointer, asked.length, () => {
      this.isPolling = false;
      // Whatever else there is (an error, a hang-up) shows in the next read, and in the next write.
      const are = (other: number): readonly number[] =>
        asked.filter((_, index) => (bytes.readInt16LE(index * ENTRY + 6) & ~other) !== 0);
      const [readable, writable] = [are(LINUX.POLLOUT), are(LINUX.POLLIN)];
      this.quieten();
      try {
        for (const descriptor of readable) this.readable.get(descriptor)?.();
        for (const descriptor of writable) this.writable.get(descriptor)?.();
      } finally {
        if (!this.hasGoneOn()) this.changed();
      }
    });
  }

  /** A callback that watches another descriptor has begun the next poll already. */
  private hasGoneOn(): boolean {
    return this.isPolling;
  }

  private rouse(): void {
    if (this.wake !== null && this.scratch !== null) libc().write(this.wake[1], this.scratch.pointer, 1);
  }

  private quieten(): void {
    const { read } = libc();
    while (this.wake !== null && this.scratch !== null && read(this.wake[0], this.scratch.pointer, 64) > 0);
  }

  private rest(): void {
    for (const descriptor of this.wake ?? []) libc().close(descriptor);
    this.wake = null;
  }
}
