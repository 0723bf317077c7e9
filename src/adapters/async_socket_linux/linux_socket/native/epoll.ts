import { libc, type Libc } from './libc.js';

const CLOEXEC = 0o2000000;
const NONBLOCK = 0o4000;
const POLLIN = 1;
/** Events that one call takes at most. */
const MOST = 64;
/** `struct epoll_event` is packed on x64, and has a hole behind `events` elsewhere. */
const SIZE = process.arch === 'x64' ? 12 : 16;
const DATA = SIZE - 8;

/** Told of one registration's events. */
export type TellEvents = (id: number, events: number) => void;

/** An epoll instance; a thread of libuv's can wait until it has events, and this thread can end that wait. */
export class Epoll {
  private readonly one = Buffer.alloc(SIZE);
  private readonly events = Buffer.alloc(SIZE * MOST);
  /** Two `struct pollfd`: the instance itself, and the bell. */
  private readonly waitedFor = Buffer.alloc(16);
  private isWaiting = false;
  private isClosed = false;

  private constructor(
    private readonly calls: Libc,
    private readonly descriptor: number,
    private readonly bell: number,
  ) {
    [descriptor, bell].forEach((one, index) => {
      this.waitedFor.writeInt32LE(one, index * 8);
      this.waitedFor.writeInt16LE(POLLIN, index * 8 + 4);
    });
  }

  /** A new one; null when the system gives none, and `errno` says why. */
  static create(): Epoll | null {
    const calls = libc();
    const descriptor = calls.epoll_create1(CLOEXEC);
    if (descriptor < 0) return null;
    const bell = calls.eventfd(0, CLOEXEC | NONBLOCK);
    if (bell >= 0) return new Epoll(calls, descriptor, bell);
    calls.close(descriptor);
    return null;
  }

  /**
   * `epoll_ctl`: -1 and `errno` where it fails.
   * @param id What events of the registration are told by.
   */
  control(operation: number, socket: number, events: number, id: number): number {
    this.one.writeUInt32LE(events, 0);
    this.one.writeUInt32LE(id, DATA);
    return this.calls.epoll_ctl(this.descriptor, operation, socket, this.one);
  }

  /** Tells what has happened by now, without waiting; returns of how many registrations. */
  poll(tell: TellEvents): number {
    const count = Math.max(0, this.calls.epoll_wait(this.descriptor, this.events, MOST, 0));
    // Copied out first: who is told may poll again.
    const happened = Array.from({ length: count }, (_, index) => ({
      id: this.events.readUInt32LE(index * SIZE + DATA),
      events: this.events.readUInt32LE(index * SIZE),
    }));
    for (const { id, events } of happened) tell(id, events);
    return count;
  }

  /**
   * Waits on another thread until something happens or {@link wake} is called. It takes no event: one that was taken
   * there could be about a socket that is closed, and its number given out again, by the time it is told here.
   */
  wait(done: () => void): void {
    this.isWaiting = true;
    this.calls.poll.async(this.waitedFor, 2, -1, () => {
      this.isWaiting = false;
      this.calls.read(this.bell, Buffer.alloc(8), 8);
      if (this.isClosed) this.release();
      else done();
    });
  }

  /** Ends a wait. */
  wake(): void {
    if (!this.isWaiting) return;
    const one = Buffer.alloc(8);
    one.writeBigUInt64LE(1n);
    this.calls.write(this.bell, one, one.length);
  }

  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    // A descriptor that another thread waits on may not be closed: its number could be given out again.
    if (this.isWaiting) this.wake();
    else this.release();
  }

  private release(): void {
    this.calls.close(this.bell);
    this.calls.close(this.descriptor);
  }
}
