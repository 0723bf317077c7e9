import { defineStage } from '../../../src/stage/registry.js';
import { requireSeam } from '../../../src/stage/seams.js';
import { createUnderlying } from '../underlyings.js';
import { AsyncSocketWin32Stage, observing } from '../stage/stage.js';

defineStage('async_socket_win32', async (world, underlying) => {
  requireSeam(world.adapter.capabilities, 'win32_socket');
  return new AsyncSocketWin32Stage(world, await createUnderlying(underlying, observing(world)));
});
