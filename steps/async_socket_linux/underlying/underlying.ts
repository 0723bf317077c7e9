import type { SOCKET_HANDLE } from '../../../src/adapters/async_socket/async_socket.js';
import type { COMPLETION_PORT_EPOLL_ACTION } from '../../../src/adapters/async_socket_linux/linux_socket/linux_socket.js';
import type { AsyncSocketUnderlying } from '../../async_socket/underlying.js';
import type { Observer } from '../../../src/stage/recorder.js';
import type { CallName, Observed, OnSocketEvent } from './observed.js';

/** The far end of a connection. */
export interface SocketPeer {
  /** What the adapter has sent and this end has read. */
  readonly received: Buffer;
  /** True once it knows that the adapter's side is closed. */
  readonly sawEnd: boolean;
  /** Sends bytes to the adapter. */
  deliver(bytes: Uint8Array): void;
  /** Ends its side of the connection: nothing more will come. */
  end(): void;
  /** Breaks the connection. */
  reset(): void;
}

/** What a scenario can have a call fail with. */
export type SocketError =
  'EAGAIN' | 'EWOULDBLOCK' | 'ECONNRESET' | 'ENOTCONN' | 'EPIPE' | 'ENOTSOCK' | 'EDESTADDRREQ' | 'EINTR';

/** Who hears of the calls below and of the completion port's events. */
export interface LinuxSocketObserver {
  readonly observer: Observer;
  readonly onEvent: OnSocketEvent;
}

/** A socket and its completion port below an adapter, and the peer at the other end. */
export interface LinuxSocketUnderlying extends AsyncSocketUnderlying {
  readonly kind: 'mock' | 'loopback';
  readonly observed: Observed;
  readonly peer: SocketPeer;
  /** The connected socket that an adapter takes over. */
  readonly socket: SOCKET_HANDLE;
  /** References that are held on the completion port. */
  readonly references: number;
  /** False once the socket was closed. */
  isOpen(): boolean;
  /** Leaves no room to send: the peer does not read. */
  fill(): void;
  /** Lets the peer read on. */
  makeRoom(): void;
  /** Errors that a call can be made fail with; none: any failure. */
  canFail(name: CallName, error: SocketError): boolean;
  /** Has the next call of a function fail. */
  fail(name: CallName, error?: SocketError): void;
  /** Has the next `recv` find the end of the peer's side. */
  endBefore(): void;
  /** Brings about what the completion port calls by this name; it is told when {@link pump} is called. */
  bring(action: COMPLETION_PORT_EPOLL_ACTION): void;
  /** Releases everything; what an adapter has left open is closed. */
  dispose(): void;
}

/** Makes what one async socket stands on; a scenario can need several. */
export type CreateUnderlying = (observer: LinuxSocketObserver) => LinuxSocketUnderlying;
