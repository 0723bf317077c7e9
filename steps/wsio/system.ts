import { observerFor } from '../../src/stage/recorder.js';
import type { IospecWorld } from '../../src/stage/world.js';
import { defineSystem } from '../../src/system/definition.js';
import { XIO_H } from '../../src/system/xio_h.js';
import { monitors } from './stage/monitors.js';
import { WsioStage } from './stage/stage.js';
import { createWsUnderlying, type MakeGround } from './underlying/create_ws_underlying.js';
import { createMockGround } from './underlying/mock/mock_ground.js';
import type { WsUnderlying } from './underlying/underlying.js';
import { nativeGround, portableGround } from './underlyings.js';

/** wsio stands on libwebsockets: its API scripted, or with a real WebSocket peer over portable parts, or the real library. */
export default defineSystem({
  name: 'wsio',
  kind: 'wsio',
  underlyings: { mock: on(createMockGround), loopback: on(portableGround), native: on(nativeGround) },
  stage: (world, underlying) => new WsioStage(world.specification, world.adapter, world.timeline, underlying),
  seams: { libwebsockets: 'does not stand on the libwebsockets that iospec gives' },
  headers: [XIO_H],
  adapters: { wsio: '../../src/adapters/wsio/adapter.js' },
  monitors,
});

function on(ground: MakeGround): (world: IospecWorld) => Promise<WsUnderlying> {
  return (world) => createWsUnderlying(ground, observerFor(world.timeline));
}
