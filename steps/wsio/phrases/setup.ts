import { observerFor } from '../../../src/stage/recorder.js';
import { defineStage } from '../../../src/stage/registry.js';
import { createUnderlying } from '../underlyings.js';
import { WsioStage } from '../stage/stage.js';

defineStage('wsio', async (world, underlying) => {
  const under = await createUnderlying(underlying, observerFor(world.timeline));
  return new WsioStage(world.specification, world.adapter, world.timeline, under);
});
