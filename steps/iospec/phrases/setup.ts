import { setDefaultTimeout } from '@cucumber/cucumber';
import { defineStage } from '../../../src/stage/registry.js';
import { CommandStage } from '../stage/stage.js';

/** A step here starts up to three whole runs of the command; on a busy machine each takes seconds. */
const COMMAND_STEP_TIMEOUT_MS = 330_000;
setDefaultTimeout(COMMAND_STEP_TIMEOUT_MS);

defineStage('iospec', (world, underlying) => {
  if (underlying !== 'process') throw new Error(`iospec has no underlying IO ${underlying}`);
  return Promise.resolve(new CommandStage(world.timeline));
});
