import { libc } from '../../src/stage/libc.js';
import { UnavailableError } from '../../src/stage/preparation.js';
import { defineSystem } from '../../src/system/definition.js';
import { monitors } from './stage/monitors.js';
import { TlspoolStage } from './stage/stage.js';
import { createLoopback, createMock } from './underlying/create_tlspool_underlying.js';
import { credentials } from './underlying/credentials.js';
import type { TlspoolUnderlying } from './underlying/underlying.js';
import { wireOf, type Wire } from './underlying/wire/wire.js';

/** The two sides of a TLS Pool's socket: the client of an application, and the pool. */
export default defineSystem({
  name: 'tlspool',
  kind: 'client',
  underlyings: {
    mock: ({ specification }) => createMock(wireOf(specification)),
    loopback: ({ specification }) => loopbackOf(wireOf(specification)),
  },
  stage: async (world, underlying) => {
    const { side } = world.adapter.capabilities;
    if (side !== 'client' && side !== 'pool')
      throw new Error(`${world.adapter.name} declares no side: its capability side must be client or pool`);
    return new TlspoolStage(
      world.specification,
      world.adapter,
      world.timeline,
      underlying,
      await credentials(),
    );
  },
  capabilities: { side: ['client', 'pool'] },
  seams: { descriptors: 'does not open, pass and close descriptors through iospec' },
  adapters: {
    tlspool_client: '../../src/adapters/tlspool/tlspool_client.js',
    tlspool_service: '../../src/adapters/tlspool/tlspool_service.js',
  },
  monitors,
  sides: [
    {
      subjects: /^(?:the client|tlspool_(?:async|flow)_\w+)$/,
      capability: 'side',
      value: 'client',
      given: 'the adapter is a client',
    },
    {
      subjects: /^(?:the TLS Pool|tlspool_service_\w+)$/,
      capability: 'side',
      value: 'pool',
      given: 'the adapter is a pool',
    },
  ],
  tableEvents: [
    { words: /^disconnection$/, instead: 'the TLS Pool closes the connection' },
    { words: /^[A-Z_]+$/, instead: 'the TLS Pool sends $&' },
  ],
});

/** @throws UnavailableError where this machine can't pass descriptors. */
function loopbackOf(wire: Wire): TlspoolUnderlying {
  try {
    libc();
  } catch (error) {
    throw new UnavailableError(`descriptors can't be passed here: ${String(error)}`);
  }
  return createLoopback(wire);
}
