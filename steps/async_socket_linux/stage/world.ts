import type { IospecWorld } from '../../../src/stage/world.js';
import type { AsyncSocketLinuxStage } from './stage.js';

/** A scenario about an async socket for Linux. */
export type LinuxWorld = IospecWorld<AsyncSocketLinuxStage>;
