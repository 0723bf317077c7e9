import assert from 'node:assert/strict';
import { writeSync } from 'node:fs';
import { test } from 'node:test';
import type { TimelineEntry } from '../timeline/timeline_entry.js';
import { ENTRIES_KEPT, FlightRecord, openFlightRecord, readFlightRecord } from './flight_record.js';

function entry(sequence: number): TimelineEntry {
  return {
    sequence,
    kind: 'log',
    from: 'adapter',
    to: 'harness',
    name: 'AZ_LOG_ERROR',
    detail: 'é'.repeat(sequence % 7),
  };
}

function withRecord(use: (descriptor: number, record: FlightRecord) => void): void {
  const { descriptor, close } = openFlightRecord();
  try {
    use(descriptor, new FlightRecord(descriptor));
  } finally {
    close();
  }
}

test('a flight record holds the entries of the scenario that began last', () => {
  withRecord((descriptor, record) => {
    for (const sequence of [0, 1, 2]) record.add(entry(sequence));
    record.begin();
    assert.deepEqual(readFlightRecord(descriptor), []);
    record.add(entry(3));
    record.add(entry(4));
    assert.deepEqual(readFlightRecord(descriptor), [entry(3), entry(4)]);
    assert.deepEqual(record.entries, [entry(3), entry(4)]);
  });
});

test('of a scenario without end it keeps the end', () => {
  withRecord((descriptor, record) => {
    const total = 5 * ENTRIES_KEPT + 3;
    for (let sequence = 0; sequence < total; sequence += 1) record.add(entry(sequence));
    const kept = readFlightRecord(descriptor);
    assert.ok(kept.length >= ENTRIES_KEPT && kept.length <= 2 * ENTRIES_KEPT, String(kept.length));
    assert.deepEqual(kept.at(-1), entry(total - 1));
    assert.deepEqual(kept[0], entry(total - kept.length));
  });
});

test('an entry that was not written to its end is left out', () => {
  withRecord((descriptor, record) => {
    record.add(entry(0));
    writeSync(descriptor, '{"sequence":1,"kin', Buffer.byteLength(JSON.stringify(entry(0))) + 1);
    assert.deepEqual(readFlightRecord(descriptor), [entry(0)]);
  });
});
