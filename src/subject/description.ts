/**
 * What an adapter says it can do; a requirement whose condition a capability rules out is not applicable to it, and one
 * that it claims has to be shown.
 *
 * A capability with the name of a dependency that is `false` says that the adapter does not take it: what only that
 * dependency can show is unobservable.
 */
export type Capabilities = Readonly<Record<string, string | boolean>>;

/** The code that an adapter was loaded from. */
export interface AdapterSource {
  /** Paths, relative to the working directory where they are below it; the module itself first. */
  readonly files: readonly string[];
  /** SHA-256, hexadecimal, of the contents of these files, one after the other. */
  readonly sha256: string;
}

/** An adapter as it describes itself, without its code. */
export interface AdapterDescription {
  /** URL of its module. */
  readonly specifier: string;
  readonly name: string;
  readonly version: string;
  readonly specification: string;
  readonly capabilities: Capabilities;
  /** Names of the functions that its `create` gave. */
  readonly functions: readonly string[];
  readonly source: AdapterSource;
}
