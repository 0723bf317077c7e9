import type { IospecWorld } from '../../../src/stage/world.js';
import type { CommandStage } from './stage.js';

/** A scenario about the iospec command. */
export type CommandWorld = IospecWorld<CommandStage>;
