import { defineSystem } from '../../src/system/definition.js';
import { CommandStage } from './stage/stage.js';

/** A step here starts up to three whole runs of the command; on a busy machine each takes seconds. */
const COMMAND_STEP_TIMEOUT_MS = 330_000;

/** iospec itself, which stands on a process of its own. */
export default defineSystem({
  name: 'iospec',
  kind: 'iospec',
  underlyings: { process: () => null },
  stage: (world) => new CommandStage(world.timeline),
  adapters: { iospec: 'adapter.js' },
  stepTimeout: COMMAND_STEP_TIMEOUT_MS,
});
