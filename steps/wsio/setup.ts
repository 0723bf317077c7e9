import { UnavailableError } from '../../src/harness/preparation.js';
import { defineStage } from '../../src/harness/registry.js';
import { createWsUnderlying, GROUNDS } from '../../src/underlying/libwebsockets/create_ws_underlying.js';
import { LibraryMissingError } from '../../src/underlying/libwebsockets/native/load.js';
import { Memory } from './memory.js';
import { WsioStage } from './stage.js';

defineStage('wsio', async (world, underlying) => {
  const ground = GROUNDS[underlying];
  if (ground === undefined) throw new Error(`wsio has no underlying IO ${underlying}`);
  const under = await createWsUnderlying(ground, {
    onEvent: ({ kind, name, detail }) => {
      world.timeline.underlying(kind, name, detail);
    },
    mark: () => world.timeline.mark,
  }).catch((error: unknown) => {
    throw error instanceof LibraryMissingError ? new UnavailableError(error.message) : error;
  });
  return new WsioStage(world.specification, world.adapter, world.timeline, under, new Memory(world.adapter));
});
