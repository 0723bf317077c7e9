import type {
  EXECUTION_ENGINE_HANDLE,
  SOCKET_HANDLE,
} from '../../../src/adapters/async_socket/async_socket.js';
import type { Movement } from '../../../src/stage/under_way.js';
import type { AsyncSocketUnderlying } from '../../async_socket/underlying.js';
import type { Observer } from '../../../src/stage/recorder.js';
import type { Observed } from './observed.js';
import type { OnCompletion } from './observed_ios.js';

/** Completions that the adapter has not been told. */
export const DUE: Movement = { what: 'completions that are due', waitsForAdapter: false };

/** Who hears of the calls below and of the thread pool's callbacks. */
export interface Win32Observer {
  readonly observer: Observer;
  readonly onCompletion: OnCompletion;
}

/** The far end of a connection. */
export interface Win32Peer {
  /** What the adapter has sent and this end has read. */
  readonly received: Buffer;
  /** Sends bytes to the adapter. */
  deliver(bytes: Uint8Array): void;
  /** Ends its side of the connection: nothing more will come. */
  end(): void;
  /** Breaks the connection. */
  reset(): void;
  /** Stops reading what the adapter sends, and goes on. */
  pause(): void;
  resume(): void;
}

/** A socket and a thread pool below an adapter, and the peer at the other end. */
export interface Win32Underlying extends AsyncSocketUnderlying {
  readonly observed: Observed;
  readonly peer: Win32Peer;
  /** The connected socket that an adapter is given; it stays the underlying IO's to close. */
  readonly socket: SOCKET_HANDLE;
  readonly execution_engine: EXECUTION_ENGINE_HANDLE;
  /** Releases everything. */
  dispose(): Promise<void>;
}
