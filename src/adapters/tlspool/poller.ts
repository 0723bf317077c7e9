import { libc, LINUX, type Memory } from './libc.js';

const ENTRY = 8;
/** Descriptors that one poller can wait for at most. */
const MOST = 1023;

/**
 * Says when something can be read from a descriptor. One call of poll waits for all of them on a thread of its own; a
 * pair of descriptors wakes it when there is something else to wait for, and while nothing is watched there is neither.
 */
export class Poller {
  private readonly watched = new Map<number, () => void>();
  private entries: Memory | null = null;
  private scratch: Memory | null = null;
  private wake: readonly [number, number] | null = null;
  private isPolling = false;

  /** Calls back whenever something can be read from `descriptor`, until what this returns is called. */
  watch(descriptor: number, onReadable: () => void): () => void {
    if (this.watched.size >= MOST) throw new RangeError(`more than ${MOST} descriptors are watched`);
    this.watched.set(descriptor, onReadable);
    this.changed();
    return () => {
      if (this.watched.get(descriptor) !== onReadable) return;
      this.watched.delete(descriptor);
      this.changed();
    };
  }

  private changed(): void {
    if (this.isPolling) this.rouse();
    else if (this.watched.size > 0) this.poll();
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
    const asked = [this.wake[0], ...this.watched.keys()];
    const { bytes, pointer } = this.entries;
    asked.forEach((descriptor, index) => {
      bytes.writeInt32LE(descriptor, index * ENTRY);
      bytes.writeInt16LE(LINUX.POLLIN, index * ENTRY + 4);
      bytes.writeInt16LE(0, index * ENTRY + 6);
    });
    this.isPolling = true;
    poll(pointer, asked.length, () => {
      this.isPolling = false;
      const ready = asked.filter((_, index) => bytes.readInt16LE(index * ENTRY + 6) !== 0);
      this.quieten();
      try {
        for (const descriptor of ready) this.watched.get(descriptor)?.();
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
