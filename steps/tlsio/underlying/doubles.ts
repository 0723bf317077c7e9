import type { Connector } from '../../../src/adapters/xio/dependencies.js';
import type { IO_INTERFACE_DESCRIPTION } from '../../../src/adapters/xio/xio.js';
import type { SpyOf, StubOf } from '../../../src/stage/doubles.js';

/** What stands in the place of a function: over a mock a sinon stub, which has `returns`, else a spy. */
export type Double<F> = SpyOf<F> | StubOf<F>;

/** The doubles of an xio's VTable, by the names of its functions. */
export type InterfaceDoubles = {
  readonly [Name in keyof IO_INTERFACE_DESCRIPTION]: Double<IO_INTERFACE_DESCRIPTION[Name]>;
};

/** What a scenario can ask in sinon's own words: arguments, call order, and on a stub further results. */
export interface TlsDoubles {
  /** The VTable of a chained design; null in a direct one. */
  readonly io: InterfaceDoubles | null;
  readonly connect: Double<Connector>;
}
