import { UnavailableError } from '../../src/stage/preparation.js';
import { observerFor } from '../../src/stage/recorder.js';
import type { IospecWorld } from '../../src/stage/world.js';
import { defineSystem } from '../../src/system/definition.js';
import { XIO_H } from '../../src/system/xio_h.js';
import { LibraryMissingError } from '../../src/adapters/wsio/libwebsockets/native/load.js';
import { monitors } from './stage/monitors.js';
import { WsioStage } from './stage/stage.js';
import { createWsUnderlying, GROUNDS } from './underlying/create_ws_underlying.js';
import type { WsUnderlying } from './underlying/underlying.js';

/** wsio stands on libwebsockets: its API scripted, or with a real WebSocket peer over portable parts, or the real library. */
export default defineSystem({
  name: 'wsio',
  kind: 'wsio',
  underlyings: {
    mock: (world) => underlyingOf('mock', world),
    loopback: (world) => underlyingOf('loopback', world),
    native: (world) => underlyingOf('native', world),
  },
  stage: (world, underlying) =>
    new WsioStage(world.specification, world.adapter, world.timeline, underlying),
  seams: { libwebsockets: 'does not stand on the libwebsockets that iospec gives' },
  headers: [XIO_H],
  adapters: { wsio: '../../src/adapters/wsio/adapter.js' },
  monitors,
});

async function underlyingOf(kind: string, world: IospecWorld): Promise<WsUnderlying> {
  const ground = GROUNDS[kind];
  if (ground === undefined) throw new Error(`wsio has no underlying IO ${kind}`);
  return createWsUnderlying(ground, observerFor(world.timeline)).catch((error: unknown) => {
    throw error instanceof LibraryMissingError ? new UnavailableError(error.message) : error;
  });
}
