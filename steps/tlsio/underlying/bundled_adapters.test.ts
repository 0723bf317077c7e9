import assert from 'node:assert/strict';
import { test } from 'node:test';
import { create_tlsio_chained, create_tlsio_direct } from '../../../src/adapters/tlsio/tlsio.js';
import { canShow, FAULTS, type FaultName } from './faults.js';
import { Pump } from '../../../src/stage/pump.js';
import { COMBINATIONS, withUnderlying } from './testing/combinations.js';
import { TlsioClient } from './testing/tlsio_client.js';
import type { TlsUnderlying } from './underlying.js';

const CREATE = { chained: create_tlsio_chained, direct: create_tlsio_direct };

/** Longer than any deadline of an adapter, in milliseconds. */
const AGES = 3_600_000;

/** What a tlsio tells its user about a fault, from its opening to its close. */
const TOLD: Readonly<Record<(typeof FAULTS)[FaultName], readonly string[]>> = {
  opening: ['IO_OPEN_ERROR', 'closed'],
  silence: [],
  open: ['IO_OPEN_OK', 'on_io_error', 'closed'],
  sending: ['IO_OPEN_OK', 'IO_SEND_ERROR', 'on_io_error', 'closed'],
  closing: ['IO_OPEN_OK', 'closed'],
  creating: [],
  'calling open': ['closed'],
};

async function meet(fault: FaultName, client: TlsioClient, under: TlsUnderlying): Promise<void> {
  const point = FAULTS[fault];
  const early = point === 'opening' || point === 'calling open';
  if (early) under.inject(fault);
  client.open();
  await new Pump(under, client.pump).settle();
  if (!early) under.inject(fault);
  if (point === 'sending') client.send('never arrives');
  await new Pump(under, client.pump).settle();
  client.close();
  await new Pump(under, client.pump).settle();
  client.advance(AGES);
  await new Pump(under, client.pump).settle();
}

const POINTS_TO_RECOVER_FROM = ['opening', 'open', 'sending', 'closing', 'calling open'];

for (const combination of COMBINATIONS) {
  const { name } = combination;
  for (const fault of Object.keys(FAULTS) as FaultName[]) {
    if (!POINTS_TO_RECOVER_FROM.includes(FAULTS[fault]) || !canShow(combination.design, fault)) continue;
    test(`${name}: a tlsio meets ${fault}, and opens again`, () =>
      withUnderlying(combination, async (under) => {
        const client = new TlsioClient(under, CREATE[under.design]);
        await meet(fault, client, under);
        assert.equal(under.struck(fault), 1);
        assert.deepEqual(client.events, TOLD[FAULTS[fault]]);
        client.destroy();

        const again = new TlsioClient(under, CREATE[under.design]);
        again.open();
        await new Pump(under, again.pump).settle();
        again.send('hello');
        under.peer.send(Buffer.from('welcome'));
        await new Pump(under, again.pump).settle();
        assert.deepEqual(again.events, ['IO_OPEN_OK', 'IO_SEND_OK']);
        assert.equal(under.peer.received.toString(), 'hello');
        assert.equal(again.received.toString(), 'welcome');
        again.destroy();
      }));
  }
}
