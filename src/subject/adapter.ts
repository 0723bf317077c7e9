import type { GivenDependencies } from './dependencies.js';
import type { Capabilities } from './description.js';

/** A function of an adapter's API. Its arguments are those of the document's prototype, in that order. */
export type AdapterFunction = (...parameters: never[]) => unknown;

/** An adapter's functions, by name. */
export type AdapterApi = Readonly<Record<string, AdapterFunction>>;

/** An adapter as iospec takes it under test: what it claims, and how to get at its functions. */
export interface AdapterModule {
  /** Name of the document it claims to conform to: its id family in lower case. */
  readonly specification: string;
  readonly name: string;
  readonly version: string;
  readonly capabilities: Capabilities;
  /**
   * Files and folders that it consists of besides what loading its module reads: paths or file URLs. A verdict is stale when
   * they change.
   */
  readonly sources?: readonly string[];
  /**
   * Builds an adapter over what the host wants to see or to fail (log, memory, connections, clock).
   * @returns Its functions under the names that the document gives them, or its VTable, with functions under the names of its
   * slots (`concrete_io_open`).
   */
  create(dependencies: GivenDependencies): AdapterApi;
}
