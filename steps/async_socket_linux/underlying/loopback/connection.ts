import type { SOCKET_HANDLE } from '../../../../src/adapters/async_socket/async_socket.js';
import { libc, must } from '../../../../src/stage/libc.js';
import {
  AF_INET,
  EPOLLERR,
  EPOLLHUP,
  EPOLLIN,
  EPOLLRDHUP,
  ERRNO,
  MSG_DONTWAIT,
  MSG_NOSIGNAL,
  SHUT_WR,
  SO_LINGER,
  SO_RCVBUF,
  SO_SNDBUF,
  SOCK_CLOEXEC,
  SOCK_STREAM,
  SOL_SOCKET,
} from '../header.js';
import type { SocketPeer } from '../underlying.js';

const FLAGS = MSG_DONTWAIT | MSG_NOSIGNAL;
const CHUNK = 256 * 1024;
/** Bytes in the send queue: those not acknowledged, and those among them that were never sent. */
const SIOCOUTQ = 0x5411;
const SIOCOUTQNSD = 0x894b;
/** Bytes that each end keeps, or some more: fixed, so that what is full does not grow by itself. */
const BUFFER = 16 * 1024;

/** Both ends of a TCP connection over the loopback interface, connected before this returns. */
function connected(): { readonly near: SOCKET_HANDLE; readonly far: SOCKET_HANDLE } {
  const calls = libc();
  const kind = SOCK_STREAM | SOCK_CLOEXEC;
  const listener = must('socket', calls.socket(AF_INET, kind, 0));
  const address = Buffer.alloc(16);
  address.writeUInt16LE(AF_INET, 0);
  address.writeUInt32BE(0x7f000001, 4);
  const length = Buffer.alloc(4);
  length.writeInt32LE(address.length);
  const size = Buffer.alloc(4);
  size.writeInt32LE(BUFFER);
  must('setsockopt', calls.setsockopt(listener, SOL_SOCKET, SO_RCVBUF, size, size.length));
  must('bind', calls.bind(listener, address, address.length));
  must('listen', calls.listen(listener, 1));
  must('getsockname', calls.getsockname(listener, address, length));
  const near = must('socket', calls.socket(AF_INET, kind, 0));
  must('setsockopt', calls.setsockopt(near, SOL_SOCKET, SO_SNDBUF, size, size.length));
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
  /** Bytes that the peer has read. */
  bytesRead = 0;
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
    if (this.far !== null) libc().shutdown(this.far, SHUT_WR);
    this.awaitNear(EPOLLRDHUP);
  }

  reset(): void {
    if (this.far === null) return;
    const linger = Buffer.alloc(8);
    linger.writeInt32LE(1, 0);
    libc().setsockopt(this.far, SOL_SOCKET, SO_LINGER, linger, linger.length);
    libc().close(this.far);
    this.far = null;
    this.awaitNear(EPOLLERR | EPOLLHUP);
  }

  /** Sends on the adapter's socket until it takes no more, while the peer does not read. */
  fill(): void {
    this.isReading = false;
    do {
      for (const size of [BUFFER, 1024, 32, 1]) while (this.sendFiller(size) > 0);
      this.awaitStandstill();
      // What was under way may have made room for a little.
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
    while (this.underWay && this.far !== null) awaitEvents(this.far, EPOLLIN);
  }

  /** Waits until the adapter's socket shows one of these events, or an error. */
  awaitNear(events: number): void {
    awaitEvents(this.socket, events);
  }

  close(): void {
    if (this.far !== null) libc().close(this.far);
    this.far = null;
  }

  /** Waits until nothing is under way between the ends: what is not acknowledged has not been sent either. */
  private awaitStandstill(): void {
    const start = performance.now();
    while (this.queued(SIOCOUTQ) !== this.queued(SIOCOUTQNSD)) {
      if (performance.now() - start > 10_000) throw new Error('the connection does not come to rest in 10 s');
      libc().poll(pollEntry(-1, 0), 1, 1);
    }
  }

  private queued(request: number): number {
    const count = Buffer.alloc(4);
    must('ioctl', libc().ioctl(this.socket, request, count));
    return count.readInt32LE();
  }

  private get bytesSent(): number {
    return this.stream.reduce((sum, { length }) => sum + length, 0);
  }

  private read(): void {
    if (!this.isReading || this.far === null) return;
    const memory = Buffer.alloc(CHUNK);
    for (;;) {
      const count = libc().recv(this.far, memory, memory.length, MSG_DONTWAIT);
      if (count > 0) {
        this.chunks.push(Buffer.from(memory.subarray(0, count)));
        this.bytesRead += count;
      } else {
        const isOver = count === 0 || (libc().errno() !== ERRNO.EAGAIN && libc().errno() !== ERRNO.EINTR);
        this.hasSeenEnd ||= isOver;
        return;
      }
    }
  }
}
