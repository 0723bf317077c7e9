import type { IospecWorld } from '../../src/harness/world.js';
import type { WsioStage } from './stage.js';

/** A scenario about a wsio. */
export type WsioWorld = IospecWorld<WsioStage>;
