import type { IospecWorld } from '../../src/harness/world.js';
import type { CommandStage } from './stage.js';

/** A scenario about the iospec command. */
export type CommandWorld = IospecWorld<CommandStage>;
