import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TimelineEntry } from '../timeline/timeline_entry.js';
import { SharedEntries } from './shared_entries.js';

function entry(sequence: number, name: string, detail = ''): TimelineEntry {
  return { sequence, kind: 'call', from: 'user', to: 'adapter', name, detail };
}

test('equal entries of two timelines become one, and no timeline changes', () => {
  const entries = new SharedEntries();
  const one = [entry(0, 'open'), entry(1, 'send', 'size=1'), entry(2, 'send', 'size=1')];
  const other = [entry(0, 'open'), entry(1, 'send', 'size=2'), entry(2, 'send', 'size=1')];
  const [first, second] = [entries.share(structuredClone(one)), entries.share(structuredClone(other))];
  assert.deepEqual(first, one);
  assert.deepEqual(second, other);
  assert.equal(first[0], second[0]);
  assert.notEqual(first[1], second[1]);
  assert.equal(first[2], second[2]);
});
