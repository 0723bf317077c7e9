import { linux, POLLIN, POLLOUT } from './linux.js';

/** Bytes of a struct pollfd: the descriptor, what it is asked for, what it is ready for. */
const ENTRY = 8;
const EVENTS = 4;
const READY = 6;
/** Turns of the event loop in which nothing was ready, after which the processor is left to others for a millisecond. */
const EAGER_TURNS = 100;

/** What waits for one descriptor to be ready. */
interface Wait {
  readonly descriptor: number;
  readonly event: number;
  readonly onReady: () => void;
}

/**
 * Says when descriptors are ready: it asks in each turn of the event loop, and less often where nothing has been for long. Of
 * those who want to know the same of one descriptor the last is told.
 */
export class Readiness {
  private readonly waits = new Set<Wait>();
  private stopAsking: (() => void) | null = null;
  private idle = 0;

  /** Calls back whenever something can be read, until what this returns is called. */
  whenReadable(descriptor: number, onReady: () => void): () => void {
    return this.add({ descriptor, event: POLLIN, onReady });
  }

  /** Calls back once, as soon as something can be written, unless what this returns is called before. */
  whenWritable(descriptor: number, onReady: () => void): () => void {
    const stop = this.add({
      descriptor,
      event: POLLOUT,
      onReady: () => {
        stop();
        onReady();
      },
    });
    return stop;
  }

  private add(wait: Wait): () => void {
    const { descriptor, event } = wait;
    for (const other of this.waits)
      if (other.descriptor === descriptor && other.event === event) this.waits.delete(other);
    this.waits.add(wait);
    this.idle = 0;
    this.askLater();
    return () => {
      this.waits.delete(wait);
      if (this.waits.size > 0) return;
      this.stopAsking?.();
      this.stopAsking = null;
    };
  }

  private askLater(): void {
    if (this.stopAsking !== null || this.waits.size === 0) return;
    const ask = (): void => {
      this.stopAsking = null;
      try {
        this.ask();
      } finally {
        this.askLater();
      }
    };
    if (this.idle < EAGER_TURNS) {
      const turn = setImmediate(ask);
      this.stopAsking = () => {
        clearImmediate(turn);
      };
    } else {
      const timer = setTimeout(ask, 1);
      this.stopAsking = () => {
        clearTimeout(timer);
      };
    }
  }

  private ask(): void {
    const asked = [...this.waits];
    const entries = Buffer.alloc(ENTRY * asked.length);
    for (const [index, { descriptor, event }] of asked.entries()) {
      entries.writeInt32LE(descriptor, ENTRY * index);
      entries.writeInt16LE(event, ENTRY * index + EVENTS);
    }
    const count = linux().poll(entries, asked.length, 0);
    this.idle = count > 0 ? 0 : this.idle + 1;
    // An error and a hang-up, which nobody asks for, show in the next read or write.
    for (const [index, wait] of asked.entries()) {
      const isReady = entries.readInt16LE(ENTRY * index + READY) !== 0;
      if (isReady && this.waits.has(wait)) wait.onReady();
    }
  }
}
