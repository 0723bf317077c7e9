import type { Duplex } from 'node:stream';
import type { Descriptors } from '../../../src/adapters/tlspool/descriptors.js';
import type { Spies, Stubs } from '../../../src/stage/doubles.js';
import type { Backend } from './pool_stand.js';

/** A connection that can be protected: the descriptor of the near end, and the far end. */
export interface Connection {
  /** The near end, the receiver's to close. */
  readonly descriptor: number;
  readonly far: Duplex;
  /** The bytes that came to the far end as they were on the network. */
  readonly network: () => Buffer;
}

/**
 * What the side under test calls of the descriptors, and what it was answered: stubs, whose next calls can be given results of their own
 * (`stub.onCall(stub.callCount).returns(-EPIPE)`), or spies around the host's.
 */
export type Doubled =
  | { readonly kind: 'mock'; readonly doubles: Stubs<Descriptors> }
  | { readonly kind: 'loopback'; readonly doubles: Spies<Descriptors> };

/** What a client or a pool under test stands on. */
export type TlspoolUnderlying = Doubled & Surroundings;

interface Surroundings {
  /** The sockets and descriptors of both sides, past the doubles: the tester's own ends use them. */
  readonly descriptors: Descriptors;
  /** A path at which a socket can be made. */
  readonly path: string;
  /** Permissions of the socket at the path. */
  readonly mode: () => number;
  /** What answers a client: a script, or a real pool. */
  readonly backend: () => Promise<Backend>;
  readonly connection: () => Promise<Connection>;
  /** Events of its own so far; null where nobody can tell, because they come from other processes. */
  readonly activity: () => number | null;
  /** Descriptors that are open and that no scenario before has opened; 0 where that can't be told from others' descriptors. */
  readonly open: () => number;
  readonly dispose: () => Promise<void>;
}
