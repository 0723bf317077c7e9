import type { IO_INTERFACE_DESCRIPTION } from '../../../src/adapters/xio/xio.js';
import type { LineEnd } from './line/line.js';
import type { Movement } from '../../../src/stage/under_way.js';

export interface Address {
  readonly host: string;
  readonly port: number;
}

/** Told how an attempt to connect ended. */
export interface DialListener {
  connected(): void;
  failed(error: Error): void;
}

/** What lies between the adapter's side and the peer: memory, or TCP. */
export interface Wire {
  /** Port of the peer. */
  readonly port: number;
  /** Connects to the peer; never tells the listener before it returned. */
  dial(address: Address, listener: DialListener): LineEnd;
  /** The xio that a chained adapter stands on, before the seam. */
  readonly io: IO_INTERFACE_DESCRIPTION;
  moving(): readonly Movement[];
  dispose(): Promise<void>;
}
