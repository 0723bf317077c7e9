import { connect } from 'node:net';
import type { Duplex } from 'node:stream';

/** What a log line is: an error, or information. */
export type LOG_CATEGORY = 'AZ_LOG_ERROR' | 'AZ_LOG_INFO';

/** What every adapter is given, whatever its system: what iospec looks at it through, and makes fail. */
export interface StandardDependencies {
  /** Receives each log line. */
  readonly log: (category: LOG_CATEGORY, message: string) => void;
  /** Gives memory for `size` bytes, or null when there is none. */
  readonly allocate: (size: number) => Uint8Array | null;
  /** Takes back what `allocate` gave, once nothing reads it any more. */
  readonly release?: (memory: Uint8Array) => void;
  /** Opens a TCP connection, or gives null when none can be started. */
  readonly connect: (address: { readonly host: string; readonly port: number }) => Duplex | null;
  /** Milliseconds of a monotonic clock, for deadlines. */
  readonly now: () => number;
}

/** The standard dependencies, and those of the adapter's system by their names. */
export type GivenDependencies = StandardDependencies & Readonly<Record<string, unknown>>;

/** Dependencies by which nothing is looked at: an adapter that is only asked what it is gets these. */
export const plainDependencies: GivenDependencies = {
  log: () => undefined,
  allocate: (size) => new Uint8Array(size),
  connect: ({ host, port }) => connect({ host, port }),
  now: () => performance.now(),
};
