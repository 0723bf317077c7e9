import type { IospecWorld } from '../../src/harness/world.js';
import type { AsyncSocketStage } from './stage.js';

/** A scenario about an async socket of either system. */
export type AsyncSocketWorld = IospecWorld<AsyncSocketStage>;
