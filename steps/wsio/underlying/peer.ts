import type { ServerCertificate } from '../../../src/stage/certificates.js';
import type { Movement } from '../../../src/stage/under_way.js';

/** What the peer does with whoever wants to connect. */
export type Conduct =
  /** Answers the handshake. */
  | 'accept'
  /** Refuses the upgrade. */
  | 'refuse'
  /** Takes the connection and never answers. */
  | 'hold'
  /** Cuts the connection before the handshake. */
  | 'cut'
  /** Answers with a sub-protocol that nobody has asked for. */
  | 'wrong protocol';

/** What the client asked for in its handshake. */
export interface Handshake {
  readonly port: number;
  readonly secure: boolean;
  readonly path: string;
  readonly host: string;
  readonly origin: string;
  readonly protocol: string;
  readonly version: string;
}

/** A message that has arrived. */
export interface Arrived {
  readonly bytes: Buffer;
  readonly binary: boolean;
}

/** The far end of a WebSocket connection: played by a script, or a real server. */
export interface WsPeer {
  conduct: Conduct;
  /** Which certificate it shows over TLS; `good` until told otherwise. */
  certificate: ServerCertificate;
  /** Connections that reached it so far, whatever became of them. */
  readonly attempts: number;
  /** What it was asked for, oldest first. */
  readonly handshakes: readonly Handshake[];
  /** True while a connection stands, as far as it knows. */
  readonly connected: boolean;
  /** Messages that have arrived whole, oldest first. */
  readonly received: readonly Arrived[];
  /** Sends one binary message. */
  send(bytes: Uint8Array): void;
  /** Sends one message in frames of their own, with a ping between them. */
  sendInFragments(parts: readonly Uint8Array[]): void;
  /** Sends a frame that the protocol forbids. */
  violate(): void;
  /** Ends the connection as the protocol has it. */
  close(): void;
  /** Ends the connection without a word. */
  drop(): void;
  moving(): readonly Movement[];
}
