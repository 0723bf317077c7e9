import type { UnderWay } from '../../src/stage/under_way.js';

/** What an async socket of either system stands on. */
export interface AsyncSocketUnderlying extends UnderWay {
  readonly kind: 'mock' | 'loopback' | 'native';
  /** Has the adapter told what has happened, where that is not told by itself. */
  pump(): void;
}
