import type { IospecWorld } from '../../src/harness/world.js';
import type { TlsioStage } from './stage.js';

/** A scenario about a tlsio. */
export type TlsioWorld = IospecWorld<TlsioStage>;
