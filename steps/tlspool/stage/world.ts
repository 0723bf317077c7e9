import type { IospecWorld } from '../../../src/stage/world.js';
import type { TlspoolStage } from './stage.js';

/** A scenario about one of the two sides of a TLS Pool's socket. */
export type TlspoolWorld = IospecWorld<TlspoolStage>;
