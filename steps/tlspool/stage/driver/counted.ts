import type { PoolProcess } from '../../underlying/loopback/start_pool.js';
import type { Driver } from './driver.js';

/** Processes that a scenario counts the descriptors of, by what they are called in the features. */
export interface Counted {
  readonly driver: Driver;
  readonly pool: PoolProcess | null;
  readonly before: ReadonlyMap<string, number>;
}
