import type { SecureContext } from 'node:tls';
import type { OPTIONHANDLER_HANDLE } from '../xio/xio.js';

/** Whom to connect to, and what to trust. */
export interface TlsSettings {
  readonly hostname: string;
  readonly port: number;
  readonly secureContext: SecureContext;
}

/** How a graceful close stands: still under way, ended gracefully, or failed for a reason. */
export type CloseProgress = 'pending' | 'graceful' | { readonly failure: string };

/**
 * The TLS connection of one open, until its close. It calls nobody: what happens is noted and asked for by the state
 * machine, during a call of the adapter.
 */
export interface Connection {
  /** Lets what is below work, and takes in what it brought. */
  pump(): void;
  /** Hands below what TLS wants to be sent. */
  flush(): void;
  /** True once the handshake is complete and the peer's certificate and name are verified. */
  readonly secured: boolean;
  /** Why the connection is of no use any more, or null; not told before everything received was taken. */
  readonly loss: string | null;
  /** The next decrypted bytes, or null when there are none. */
  receive(): Uint8Array | null;
  /** True while the TLS connection takes more bytes to send. */
  readonly writable: boolean;
  /** Gives bytes to the TLS connection; `onTaken` is called when all of them were taken below, and only then. */
  write(bytes: Uint8Array, onTaken: () => void): void;
  /** Goes one step further in a graceful close; asked by designs that close asynchronously. */
  shutDown(): CloseProgress;
  /** Closes at once, whatever is under way. */
  abort(): void;
}

/** What a design stands on for the life of an instance. */
export interface Transport {
  readonly asynchronousClose: boolean;
  /** Starts a connection; null when none could be started. */
  connect(settings: TlsSettings): Connection | null;
  /** Offers an option that is not one of TLS; returns 0, or non-zero when it is not taken. */
  setoption(optionName: string, value: unknown): number;
  /** Options of what is below: null when there is nothing that has any, a reason when they cannot be had. */
  retrieveoptions(): OPTIONHANDLER_HANDLE | null | { readonly failure: string };
  destroy(): void;
}
