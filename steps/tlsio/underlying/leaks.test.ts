import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { FAULTS, type FaultName } from './faults.js';
import { Pump } from '../../../src/stage/pump.js';
import { BareClient } from './testing/bare_client.js';
import { COMBINATIONS, settled, withUnderlying } from './testing/combinations.js';

const ROUNDS = 50;
const ALL = Object.keys(FAULTS) as FaultName[];

/** What keeps the event loop alive, counted by kind; something that was just closing at the start may go meanwhile. */
function resources(): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const kind of process.getActiveResourcesInfo()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

for (const combination of COMBINATIONS) {
  test(`${combination.name}: ${ROUNDS} rounds, each abandoned at another fault, leave nothing behind`, async () => {
    const before = resources();
    const listeners = process.listenerCount('exit');
    for (let round = 0; round < ROUNDS; round += 1) {
      await withUnderlying(combination, async (under) => {
        const fault = ALL[round % ALL.length];
        if (
          fault !== undefined &&
          fault !== 'an underlying IO whose open call fails' &&
          under.supports(fault)
        ) {
          under.inject(fault);
        }
        const client = await settled(under, new BareClient(under));
        client.tls.write('x');
        await new Pump(under, client.pump).settle();
      });
    }
    await turn();
    const grown = [...resources()].filter(([kind, count]) => count > (before.get(kind) ?? 0));
    assert.deepEqual(grown, []);
    assert.equal(process.listenerCount('exit'), listeners);
  });
}
