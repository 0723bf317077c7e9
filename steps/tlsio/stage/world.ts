import type { IospecWorld } from '../../../src/stage/world.js';
import type { TlsioStage } from './stage.js';

/** A scenario about a tlsio. */
export type TlsioWorld = IospecWorld<TlsioStage>;
