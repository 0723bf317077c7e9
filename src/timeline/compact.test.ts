import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compact } from './compact.js';
import { Timeline } from './timeline.js';

function pump(timeline: Timeline, times: number, name = 'toy_dowork'): void {
  for (let count = 0; count < times; count += 1)
    timeline.endCall(timeline.beginCall(name, {}, ''), undefined, '');
}

function shown(timeline: Timeline): readonly string[] {
  return compact(timeline.entries).map(({ sequence, kind, detail }) =>
    `${sequence} ${kind} ${detail}`.trim(),
  );
}

test('calls in which nothing happened are folded into the first of their run', () => {
  const timeline = new Timeline();
  pump(timeline, 3);
  timeline.log('AZ_LOG_INFO', 'between');
  pump(timeline, 2);
  assert.deepEqual(shown(timeline), [
    '0 call',
    '1 return (3 times, nothing happened)',
    '6 log between',
    '7 call',
    '8 return (2 times, nothing happened)',
  ]);
});

test('a single idle call, a call with a result, and one in which something happened are kept', () => {
  const timeline = new Timeline();
  pump(timeline, 1);
  timeline.endCall(timeline.beginCall('toy_open', {}, ''), 0, '0');
  timeline.endCall(timeline.beginCall('toy_open', {}, ''), 0, '0');
  const busy = timeline.beginCall('toy_dowork', {}, '');
  timeline.log('AZ_LOG_INFO', 'inside');
  timeline.endCall(busy, undefined, '');
  assert.deepEqual(compact(timeline.entries), timeline.entries);
});

test('idle calls of two functions are two runs', () => {
  const timeline = new Timeline();
  pump(timeline, 2);
  pump(timeline, 2, 'toy_idle');
  assert.deepEqual(shown(timeline), [
    '0 call',
    '1 return (2 times, nothing happened)',
    '4 call',
    '5 return (2 times, nothing happened)',
  ]);
});
