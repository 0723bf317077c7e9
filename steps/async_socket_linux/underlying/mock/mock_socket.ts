import type { LinuxSocket } from '../../../../src/adapters/async_socket_linux/linux_socket/linux_socket.js';
import { EPOLL_CTL, EPOLLHUP, EPOLLIN, EPOLLOUT, EPOLLRDHUP, ERRNO } from '../header.js';
import { Waiters } from './waiters.js';

/** The number of the only socket there is. */
export const MOCK_SOCKET = 7;

/** A connected socket as a model: what has come, what was sent, and how much room there is. */
export class MockSocket {
  incoming = Buffer.alloc(0);
  sent = Buffer.alloc(0);
  /** Bytes that still go in. */
  room = Infinity;
  hasPeerEnded = false;
  isReset = false;
  isOpen = true;
  /** Events that are told in any case, as a script has them. */
  forced = 0;
  references = 0;
  readonly calls: LinuxSocket;
  private readonly port = {};
  /** Those who wait at the port; null: the port does not know the socket. */
  private waiters: Waiters | null = null;
  private errno = 0;

  constructor() {
    this.calls = {
      send: (socket, buffer, length) => this.send(socket, buffer, length),
      recv: (socket, buffer, length) => this.recv(socket, buffer, length),
      close: (socket) => this.close(socket),
      errno: () => this.errno,
      epoll_ctl: (_port, operation, socket) => this.epollCtl(operation, socket),
      platform_get_completion_port: () => {
        this.references += 1;
        return this.port;
      },
      completion_port_dec_ref: () => {
        this.references -= 1;
      },
      completion_port_add: (_port, _operation, events, socket, callback, context) => {
        if (this.waiters === null || socket !== MOCK_SOCKET) return this.failed(ERRNO.ENOENT);
        this.waiters.add({ events, callback, context });
        return 0;
      },
      completion_port_remove: () => {
        this.remove();
      },
    };
  }

  /** Has a call fail with an error number. */
  failed(errno: number): -1 {
    this.errno = errno;
    return -1;
  }

  /** Takes the socket out of the port: all who wait are told that they do in vain. */
  remove(): void {
    const { waiters } = this;
    this.waiters = null;
    waiters?.abandon();
  }

  /** Tells what has happened to those who wait for it. */
  poll(): void {
    if (this.waiters === null) return;
    this.waiters.tell(this.events());
    this.forced = 0;
  }

  private events(): number {
    const isOver = this.isReset || this.hasPeerEnded;
    return (
      this.forced |
      (this.incoming.length > 0 || isOver ? EPOLLIN : 0) |
      (this.room > 0 || this.isReset ? EPOLLOUT : 0) |
      (this.hasPeerEnded ? EPOLLRDHUP : 0) |
      (this.isReset ? EPOLLHUP | EPOLLRDHUP : 0)
    );
  }

  private send(socket: number, buffer: Uint8Array, length: number): number {
    if (socket !== MOCK_SOCKET || !this.isOpen) return this.failed(ERRNO.EBADF);
    if (this.isReset) return this.failed(ERRNO.ECONNRESET);
    const taken = Math.min(length, this.room);
    if (taken === 0) return this.failed(ERRNO.EAGAIN);
    this.sent = Buffer.concat([this.sent, buffer.subarray(0, taken)]);
    this.room -= taken;
    return taken;
  }

  private recv(socket: number, buffer: Uint8Array, length: number): number {
    if (socket !== MOCK_SOCKET || !this.isOpen) return this.failed(ERRNO.EBADF);
    const taken = Math.min(length, this.incoming.length);
    if (taken > 0) {
      buffer.set(this.incoming.subarray(0, taken));
      this.incoming = this.incoming.subarray(taken);
      return taken;
    }
    if (this.isReset) return this.failed(ERRNO.ECONNRESET);
    return this.hasPeerEnded ? 0 : this.failed(ERRNO.EAGAIN);
  }

  private close(socket: number): number {
    if (socket !== MOCK_SOCKET || !this.isOpen) return this.failed(ERRNO.EBADF);
    this.isOpen = false;
    return 0;
  }

  private epollCtl(operation: number, socket: number): number {
    if (socket !== MOCK_SOCKET || !this.isOpen) return this.failed(ERRNO.EBADF);
    const isAdded = operation === EPOLL_CTL.get('EPOLL_CTL_ADD');
    if (isAdded === (this.waiters !== null)) return this.failed(isAdded ? ERRNO.EEXIST : ERRNO.ENOENT);
    if (isAdded) this.waiters = new Waiters();
    else if (operation === EPOLL_CTL.get('EPOLL_CTL_DEL')) this.waiters = null;
    return 0;
  }
}
