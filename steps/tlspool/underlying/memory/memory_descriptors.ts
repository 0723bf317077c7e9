import { constants } from 'node:os';
import type { Duplex } from 'node:stream';
import type { Descriptors, Received } from '../../../../src/adapters/tlspool/descriptors.js';
import { streamOver } from './memory_stream.js';
import { inTheNextTurn } from './next_turn.js';
import { couple, drop, End, Listener, type OpenFile } from './open_files.js';

const { EAGAIN, EBADF, ECONNREFUSED, EADDRINUSE, EPIPE } = constants.errno;
/** Numbers that no descriptor of the host has, so that one can't be taken for the other. */
const FIRST = 100_000;

/** Sockets and descriptors in memory: what is written can be read at once, and nothing happens by itself. */
export class MemoryDescriptors implements Descriptors {
  private readonly files = new Map<number, OpenFile>();
  private readonly listeners = new Map<string, Listener>();
  private readonly watches = new Set<number>();
  private readonly streams = new Set<number>();
  private next = FIRST;
  /** Writes and reads so far: it stands still when nothing happens. */
  activity = 0;

  /** Descriptors that are open. */
  get open(): number {
    return this.files.size;
  }

  readonly connect = (path: string): number => {
    const listener = this.listeners.get(path);
    if (listener?.isOpen !== true) return -ECONNREFUSED;
    const [own, other] = couple();
    other.references += 1;
    listener.waiting.push(other);
    listener.onReadable?.();
    return this.add(own);
  };

  readonly listen = (path: string, mode: number): number => {
    if (this.listeners.has(path)) return -EADDRINUSE;
    const listener = new Listener();
    this.listeners.set(path, listener);
    this.modes.set(path, mode);
    return this.add(listener);
  };

  /** Permissions of the sockets by their paths. */
  readonly modes = new Map<string, number>();

  readonly unlink = (path: string): void => {
    this.listeners.delete(path);
  };

  readonly accept = (descriptor: number): number => {
    const listener = this.files.get(descriptor);
    const end = listener instanceof Listener ? listener.waiting.shift() : undefined;
    if (end === undefined) return -EAGAIN;
    const accepted = this.add(end);
    end.references -= 1;
    return accepted;
  };

  readonly send = (descriptor: number, bytes: Uint8Array, passed: readonly number[]): number => {
    const end = this.files.get(descriptor);
    const files = passed.map((one) => this.files.get(one));
    if (!(end instanceof End) || files.includes(undefined)) return -EBADF;
    if (end.other === null) return -EPIPE;
    // As Linux has it: a write that begins with room left is taken as a whole.
    if (!end.writable) return -EAGAIN;
    const along = files.filter((file) => file !== undefined);
    for (const file of along) file.references += 1;
    this.activity += 1;
    end.other.incoming.push({ bytes: Buffer.from(bytes), passed: along });
    end.other.filling += bytes.length;
    end.other.onReadable?.();
    return bytes.length;
  };

  readonly receive = (descriptor: number, length: number): Received => {
    const end = this.files.get(descriptor);
    if (!(end instanceof End)) return nothing(-EBADF);
    const [chunk] = end.incoming;
    if (chunk === undefined) return nothing(end.ended ? 0 : -EAGAIN);
    this.activity += 1;
    const bytes = chunk.bytes.subarray(0, length);
    if (bytes.length === chunk.bytes.length) end.incoming.shift();
    else end.incoming[0] = { bytes: chunk.bytes.subarray(length), passed: [] };
    end.filling -= bytes.length;
    if (end.other?.writable === true) end.other.onWritable?.();
    const passed = chunk.passed.map((file) => {
      const taken = this.add(file);
      file.references -= 1;
      return taken;
    });
    return { length: bytes.length, bytes, passed };
  };

  readonly pair = (): readonly [number, number] => {
    const [one, other] = couple();
    return [this.add(one), this.add(other)];
  };

  readonly close = (descriptor: number): void => {
    const file = this.files.get(descriptor);
    if (file === undefined) return;
    this.files.delete(descriptor);
    drop(file);
  };

  readonly stream = (descriptor: number): Duplex => {
    const end = this.files.get(descriptor);
    this.streams.add(descriptor);
    return streamOver(this, descriptor, {
      onFinal: () => {
        if (end instanceof End) end.endOther();
      },
      onDestroy: () => {
        this.streams.delete(descriptor);
      },
    });
  };

  readonly watch = (descriptor: number, onReadable: () => void): (() => void) => {
    const file = this.files.get(descriptor);
    if (file === undefined || this.watches.has(descriptor)) throw new Error(`${descriptor} can't be watched`);
    this.watches.add(descriptor);
    const { due, cancel } = inTheNextTurn(() => {
      onReadable();
      if (file.onReadable === due && file.readable && !this.streams.has(descriptor)) due();
    });
    file.onReadable = due;
    if (file.readable) due();
    return () => {
      cancel();
      this.watches.delete(descriptor);
      if (file.onReadable === due) file.onReadable = null;
    };
  };

  readonly whenWritable = (descriptor: number, onWritable: () => void): (() => void) => {
    const end = this.files.get(descriptor);
    if (!(end instanceof End)) throw new Error(`${descriptor} can't be written to`);
    const { due, cancel } = inTheNextTurn(() => {
      stop();
      onWritable();
    });
    const stop = (): void => {
      cancel();
      if (end.onWritable === due) end.onWritable = null;
    };
    end.onWritable = due;
    if (end.writable) due();
    return stop;
  };

  private add(file: OpenFile): number {
    file.references += 1;
    this.next += 1;
    this.files.set(this.next, file);
    return this.next;
  }
}

function nothing(length: number): Received {
  return { length, bytes: Buffer.alloc(0), passed: [] };
}
