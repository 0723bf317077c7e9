import { UnavailableError } from '../../../src/stage/preparation.js';
import { observerFor } from '../../../src/stage/recorder.js';
import { defineStage } from '../../../src/stage/registry.js';
import { createWsUnderlying, GROUNDS } from '../underlying/create_ws_underlying.js';
import { LibraryMissingError } from '../../../src/adapters/wsio/libwebsockets/native/load.js';
import { WsioStage } from '../stage/stage.js';

defineStage('wsio', async (world, underlying) => {
  const ground = GROUNDS[underlying];
  if (ground === undefined) throw new Error(`wsio has no underlying IO ${underlying}`);
  const under = await createWsUnderlying(ground, observerFor(world.timeline)).catch((error: unknown) => {
    throw error instanceof LibraryMissingError ? new UnavailableError(error.message) : error;
  });
  return new WsioStage(world.specification, world.adapter, world.timeline, under);
});
