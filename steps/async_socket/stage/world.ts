import type { IospecWorld } from '../../../src/stage/world.js';
import type { AsyncSocketStage } from './stage.js';

/** A scenario about an async socket of either system. */
export type AsyncSocketWorld = IospecWorld<AsyncSocketStage>;
