import type { Connector, Dependencies } from '../../../src/adapters/xio/dependencies.js';
import type { TLSIO_CONFIG } from '../../../src/adapters/xio/xio.js';
import type { ObservedCalls } from '../../../src/stage/observed_calls.js';
import type { UnderWay } from '../../../src/stage/under_way.js';
import type { ObservedInterface } from './chained/observed_interface.js';
import type { FaultName } from './faults.js';
import type { TlsPeer } from './peer.js';

/** How a completion is told to the adapter, where it is not simply once and at once. */
export interface CompletionPlan {
  /** Later by this many calls of `concrete_io_dowork` (chained) or turns of the event loop (direct). */
  readonly late?: number;
  /** How often it is told: 0 misses it, 2 repeats it. */
  readonly times?: number;
}

/**
 * Completions that can be scripted. In a direct design `open` is the event `connect` and `send` the completion of a
 * write, which Node.js does not let be repeated; its `close` cannot be scripted.
 */
export type Completion = 'open' | 'send' | 'close';

/** What a tlsio adapter calls below. */
export interface ObservedBelow {
  /** The VTable of a chained design; null in a direct one. */
  readonly io: ObservedInterface | null;
  readonly connect: ObservedCalls<{ readonly connect: Connector }>;
}

/**
 * What a tlsio adapter stands on in one scenario: its owned xio or connection, and the peer at the far end. What a peer that
 * stopped reading has not read, and held sends, are not under way.
 */
export interface TlsUnderlying extends UnderWay {
  readonly kind: 'mock' | 'loopback';
  readonly design: 'chained' | 'direct';
  /** What `tlsio_create` is given so that the adapter reaches this underlying IO and its peer. */
  readonly config: TLSIO_CONFIG;
  /** Replaces the adapter's way to open TCP connections (direct designs, and a chained one without an interface). */
  readonly connect: Dependencies['connect'];
  /** PEM of the authority that signed the peer's certificate: value of the option `TrustedCerts`. */
  readonly trustedCerts: string;
  /** A client certificate of the same authority and its key, PEM. */
  readonly client: { readonly certificate: string; readonly privateKey: string };
  readonly peer: TlsPeer;
  /** The calls that the adapter made, each through a sinon stub (mock) or spy (loopback). */
  readonly observed: ObservedBelow;
  /** Whether this combination can show a fault; `inject` throws for one that it can't. */
  supports(fault: FaultName): boolean;
  /**
   * Arms a fault of the catalogue. It strikes once, the next time its own point comes (create, open, handshake, while
   * open, send, close); what can strike at once, strikes at once. A fault of being open or of sending that is armed
   * before waits until the peer has seen the handshake through.
   */
  inject(fault: FaultName): void;
  /** How often a fault struck so far. */
  struck(fault: FaultName): number;
  /** Calls that the adapter made below, by name, counted so far (`concrete_io_dowork`, `connect`, `write`, …). */
  calls(name: string): number;
  /** Deliver bytes to the adapter in pieces of this size, one for each dowork (chained) or turn of the event loop
   * (direct); null means as they come. */
  deliverInPiecesOf(size: number | null): void;
  /** Take what the adapter sends in pieces of this size, in the same rhythm; a send completes with its last piece. */
  takeInPiecesOf(size: number | null): void;
  /** Scripts when and how often completions are told from now on; throws a RangeError for what Node.js rules out. */
  scriptCompletion(of: Completion, plan: CompletionPlan): void;
  /** Hold what the adapter sends below, so that its sends stay unfinished; `release` lets it go on. */
  holdSends(): void;
  releaseSends(): void;
  /** Sockets, servers and processes go; resolves when they are gone. Nothing is told afterwards. */
  dispose(): Promise<void>;
}
