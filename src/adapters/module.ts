import type { Dependencies } from './xio/dependencies.js';

/** A function of an adapter's API. Its arguments are those of the document's prototype, in that order. */
export type AdapterFunction = (...parameters: never[]) => unknown;

/** An adapter's functions, by name. */
export type AdapterApi = Readonly<Record<string, AdapterFunction>>;

/**
 * What an adapter says it can do; a requirement whose condition a capability rules out is not applicable to it, and one
 * that it claims has to be shown.
 *
 * A capability with the name of a dependency (one of `SEAMS`) that is `false` says that the adapter does not take it: what
 * only that dependency can show is unobservable.
 */
export type Capabilities = Readonly<Record<string, string | boolean>>;

/** The dependencies that iospec observes an adapter through, and that an adapter may say it does not take. */
export const SEAMS = [
  'log',
  'allocate',
  'connect',
  'now',
  'libwebsockets',
  'linux_socket',
  'win32_socket',
  'diagnostics',
  'descriptors',
] as const;

/** One of `SEAMS`. */
export type Seam = (typeof SEAMS)[number];

/**
 * What each capability that iospec looks at can be. Only an adapter of a document that iospec does not bundle, and whose steps
 * are somebody else's, may declare others.
 */
export const CAPABILITY_VALUES: Readonly<Record<string, readonly (string | boolean)[]>> = {
  design: ['direct', 'chained'],
  side: ['client', 'pool'],
  ...Object.fromEntries(['asynchronousClose', 'options', ...SEAMS].map((name) => [name, [true, false]])),
};

/** An adapter as iospec takes it under test: what it claims, and how to get at its functions. */
export interface AdapterModule {
  /** Name of the document it claims to conform to: `tlsio`. */
  readonly specification: string;
  readonly name: string;
  readonly version: string;
  /** For tlsio: `design` is `direct` or `chained`, `asynchronousClose` and `options` are booleans. */
  readonly capabilities: Capabilities;
  /**
   * Builds an adapter over what the host wants to see or to fail (log, memory, connections, clock).
   * @returns Its functions under the names that the document gives them (`tlsio_open_async`), or its VTable, with
   * functions under the names of its slots (`concrete_io_open`).
   */
  readonly create: (dependencies: Dependencies) => AdapterApi;
}
