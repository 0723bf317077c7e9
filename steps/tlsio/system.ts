import { defineSystem } from '../../src/system/definition.js';
import { XIO_H } from '../../src/system/xio_h.js';
import { observerFor } from '../../src/stage/recorder.js';
import type { IospecWorld } from '../../src/stage/world.js';
import { monitors } from './stage/monitors.js';
import { TlsioStage } from './stage/stage.js';
import { createTlsUnderlying } from './underlying/index.js';
import type { TlsUnderlying } from './underlying/underlying.js';

/** tlsio stands on a TLS connection, scripted or real. */
export default defineSystem({
  name: 'tlsio',
  underlyings: {
    mock: (world) => underlyingOf('mock', world),
    loopback: (world) => underlyingOf('loopback', world),
  },
  stage: (world, underlying) =>
    new TlsioStage(world.specification, world.adapter, world.timeline, underlying),
  capabilities: { design: ['direct', 'chained'], asynchronousClose: [true, false], options: [true, false] },
  headers: [XIO_H],
  adapters: {
    tlsio_chained: '../../src/adapters/tlsio/tlsio_chained.js',
    tlsio_direct: '../../src/adapters/tlsio/tlsio_direct.js',
  },
  monitors,
  sections: {
    'TLSIO_STATE_EXT_CLOSING behaviors':
      "an adapter whose underlying TLS connection has an asynchronous 'closing' state",
  },
  sequences: {
    'sequence/telemetry-send': 'TLSIO_STATE_EXT_OPEN',
    'sequence/close': 'TLSIO_STATE_EXT_OPEN',
    'sequence/retry': 'TLSIO_STATE_EXT_ERROR',
  },
});

function underlyingOf(kind: TlsUnderlying['kind'], world: IospecWorld): Promise<TlsUnderlying> {
  const { design } = world.adapter.capabilities;
  if (design !== 'chained' && design !== 'direct') {
    throw new Error(
      `${world.adapter.name} declares no design: its capability design must be chained or direct`,
    );
  }
  return createTlsUnderlying({ kind, design, observer: observerFor(world.timeline) });
}
