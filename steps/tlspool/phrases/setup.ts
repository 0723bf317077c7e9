import { Given } from '@cucumber/cucumber';
import { libc } from '../../../src/stage/libc.js';
import { UnavailableError } from '../../../src/stage/preparation.js';
import { defineStage } from '../../../src/stage/registry.js';
import { createLoopback, createMock } from '../underlying/create_tlspool_underlying.js';
import { credentials } from '../underlying/credentials.js';
import type { TlspoolUnderlying } from '../underlying/underlying.js';
import { wireOf, type Wire } from '../underlying/wire/wire.js';
import { TlspoolStage } from '../stage/stage.js';
import type { TlspoolWorld } from '../stage/world.js';

defineStage('tlspool', async (world, underlying) => {
  const { side } = world.adapter.capabilities;
  if (side !== 'client' && side !== 'pool')
    throw new Error(`${world.adapter.name} declares no side: its capability side must be client or pool`);
  return new TlspoolStage(
    world.specification,
    world.adapter,
    world.timeline,
    standOf(underlying, wireOf(world.specification)),
    await credentials(),
  );
});

function standOf(underlying: string, wire: Wire): TlspoolUnderlying {
  if (underlying === 'mock') return createMock(wire);
  if (underlying !== 'loopback') throw new Error(`tlspool has no underlying IO ${underlying}`);
  try {
    libc();
  } catch (error) {
    throw new UnavailableError(`descriptors can't be passed here: ${String(error)}`);
  }
  return createLoopback(wire);
}

Given(/^the adapter is a (client|pool)$/, function (this: TlspoolWorld, side: string) {
  const declared = String(this.adapter.capabilities.side);
  if (declared !== side) return this.withdraw('notApplicable', `side is ${declared}, not ${side}`);
});
