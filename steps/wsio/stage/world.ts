import type { IospecWorld } from '../../../src/stage/world.js';
import type { WsioStage } from './stage.js';

/** A scenario about a wsio. */
export type WsioWorld = IospecWorld<WsioStage>;
