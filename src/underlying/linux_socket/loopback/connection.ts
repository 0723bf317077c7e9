import type { SOCKET_HANDLE } from '../../../adapters/async_socket/async_socket.js';
import { EPOLL_EVENTS, ERRNO, MSG_DONTWAIT, MSG_NOSIGNAL } from '../linux_socket.js';
import { libc } from '../native/libc.js';
import type { SocketPeer } from '../underlying.js';
import { AF_INET, harnessCalls, must, SHUT_WR, SOCK_CLOEXEC, SOCK_STREAM, SOL_SOCKET } from './calls.js';

const FLAGS = MSG_DONTWAIT | MSG_NOSIGNAL;
const SO_LINGER = 13;
const CHUNK = 256 * 1024;
/** Time in which the system moves what is under way between both ends, in milliseconds. */
const UNDER_WAY_MS = 20;

/** Both ends of a TCP connection over the loopback interface, connected before this returns. */
function connected(): { readonly near: SOCKET_HANDLE; readonly far: SOCKET_HANDLE } {
  const calls = harnessCalls();
  const kind = SOCK_STREAM | SOCK_CLOEXEC;
  const listener = must('socket', calls.socket(AF_INET, kind, 0));
  const address = Buffer.alloc(16);
  address.writeUInt16LE(AF_INET, 0);
  address.writeUInt32BE(0x7f000001, 4);
  const length = Buffer.alloc(4);
  length.writeInt32LE(address.length);
  must('bind', calls.bind(listener, address, address.length));
  must('listen', calls.listen(listener, 1));
  must('getsockname', calls.getsockname(listener, address, length));
  const near = must('socket', calls.socket(AF_INET, kind, 0));
  must('connect', calls.connect(near, address, address.length));
  const far = must('accept', calls.accept(listener, null, null));
  libc().close(listener);
  return { near, far };
}

/** `struct pollfd`, as it goes in. */
function pollEntry(descriptor: number, events: number): Buffer {
  const entry = Buffer.alloc(8);
  entry.writeInt32LE(descriptor, 0);
  entry.writeInt16LE(events, 4);
  return entry;
}

/** Waits, at most so long as a very busy machine needs. */
function awaitEvents(descriptor: number, events: number): void {
  if (libc().poll(pollEntry(descriptor, events), 1, 10_000) === 0)
    throw new Error('the connection shows no event after 10 s');
}

/** A real TCP connection: its near end is the adapter's, its far end is the peer. */
export class Connection implements SocketPeer {
  readonly socket: SOCKET_HANDLE;
  private far: SOCKET_HANDLE | null;
  private readonly chunks: Buffer[] = [];
  /** The bytes that went in, in their order: the adapter's, and those that only fill. */
  private readonly stream: { readonly isFiller: boolean; length: number }[] = [];
  private isReading = true;
  private hasSeenEnd = false;

  constructor() {
    const { near, far } = connected();
    this.socket = near;
    this.far = far;
  }

  get received(): Buffer {
    this.read();
    const all = Buffer.concat(this.chunks);
    const own: Buffer[] = [];
    let at = 0;
    for (const { isFiller, length } of this.stream) {
      if (!isFiller) own.push(all.subarray(at, at + length));
      at += length;
    }
    return Buffer.concat(own);
  }

  get sawEnd(): boolean {
    this.read();
    return this.hasSeenEnd;
  }

  /** Notes bytes that the adapter has sent. */
  sent(length: number): void {
    this.stream.push({ isFiller: false, length });
  }

  deliver(bytes: Uint8Array): void {
    if (this.far === null) throw new Error('the peer is gone');
    for (let at = 0; at < bytes.length;) {
      const rest = bytes.subarray(at);
      at += must('send of the peer', libc().send(this.far, rest, rest.length, MSG_NOSIGNAL));
    }
  }

  end(): void {
    if (this.far !== null) harnessCalls().shutdown(this.far, SHUT_WR);
    this.awaitNear(EPOLL_EVENTS.EPOLLRDHUP);
  }

  reset(): void {
    if (this.far === null) return;
    const linger = Buffer.alloc(8);
    linger.writeInt32LE(1, 0);
    harnessCalls().setsockopt(this.far, SOL_SOCKET, SO_LINGER, linger, linger.length);
    libc().close(this.far);
    this.far = null;
    this.awaitNear(EPOLL_EVENTS.EPOLLERR | EPOLL_EVENTS.EPOLLHUP);
  }

  /** Sends on the adapter's socket until it takes no more, while the peer does not read. */
  fill(): void {
    this.isReading = false;
    do {
      while (this.sendFiller(CHUNK) > 0);
      while (this.sendFiller(1) > 0);
      // What is under way between the ends may still make room for a little: only when that is over is it full for good.
      libc().poll(pollEntry(-1, 0), 1, UNDER_WAY_MS);
    } while (this.sendFiller(1) > 0);
    if (libc().errno() !== ERRNO.EAGAIN)
      throw new Error(`the connection can't be filled: errno ${libc().errno()}`);
  }

  makeRoom(): void {
    this.isReading = true;
    this.read();
  }

  /** Sends bytes on the adapter's socket that are not the adapter's. */
  sendFiller(length: number): number {
    const sent = libc().send(this.socket, Buffer.alloc(length), length, FLAGS);
    if (sent > 0) this.stream.push({ isFiller: true, length: sent });
    return sent;
  }

  /** Takes everything that has arrived at the adapter's socket, so that it finds nothing. */
  drainNear(): void {
    const memory = Buffer.alloc(CHUNK);
    while (libc().recv(this.socket, memory, memory.length, MSG_DONTWAIT) > 0);
  }

  /** True while bytes are on their way from the adapter to a peer that reads. */
  get underWay(): boolean {
    if (!this.isReading || this.far === null) return false;
    this.read();
    return !this.hasSeenEnd && this.bytesRead < this.bytesSent;
  }

  /** Waits until the peer has read everything. */
  readAll(): void {
    while (this.underWay && this.far !== null) awaitEvents(this.far, EPOLL_EVENTS.EPOLLIN);
  }

  /** Waits until the adapter's socket shows one of these events, or an error. */
  awaitNear(events: number): void {
    awaitEvents(this.socket, events);
  }

  close(): void {
    if (this.far !== null) libc().close(this.far);
    this.far = null;
  }

  private get bytesSent(): number {
    return this.stream.reduce((sum, { length }) => sum + length, 0);
  }

  private get bytesRead(): number {
    return this.chunks.reduce((sum, { length }) => sum + length, 0);
  }

  private read(): void {
    if (!this.isReading || this.far === null) return;
    const memory = Buffer.alloc(CHUNK);
    for (;;) {
      const count = libc().recv(this.far, memory, memory.length, MSG_DONTWAIT);
      if (count > 0) this.chunks.push(Buffer.from(memory.subarray(0, count)));
      else {
        const isOver = count === 0 || (libc().errno() !== ERRNO.EAGAIN && libc().errno() !== ERRNO.EINTR);
        this.hasSeenEnd ||= isOver;
        return;
      }
    }
  }
}
