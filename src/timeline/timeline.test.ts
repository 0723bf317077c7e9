import assert from 'node:assert/strict';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { test } from 'node:test';
import { Timeline, TIMELINE_CHANNEL, type Registration } from './timeline.js';

function registrationOf(timeline: Timeline): Registration {
  const call = timeline.beginCall('toy_send', {}, '');
  timeline.endCall(call, 0, '0');
  return { parameter: 'on_send_complete', type: 'ON_SEND_COMPLETE', context: null, call };
}

test('all events stand in one list, numbered in their order', () => {
  const timeline = new Timeline();
  const registration = registrationOf(timeline);
  timeline.callback(registration, {}, 'context=NULL');
  timeline.log('AZ_LOG_ERROR', 'it broke');
  timeline.underlying('below', 'xio_send', '3 bytes');
  timeline.underlying('fault', 'a reset', 'strikes');
  assert.deepEqual(
    timeline.entries.map(({ sequence, kind, from, to, name }) => [sequence, kind, from, to, name]),
    [
      [0, 'call', 'user', 'adapter', 'toy_send'],
      [1, 'return', 'adapter', 'user', 'toy_send'],
      [2, 'callback', 'adapter', 'user', 'on_send_complete'],
      [3, 'log', 'adapter', 'harness', 'AZ_LOG_ERROR'],
      [4, 'below', 'adapter', 'underlying', 'xio_send'],
      [5, 'fault', 'harness', 'underlying', 'a reset'],
    ],
  );
  assert.equal(timeline.mark, 6);
  assert.equal(registration.call.returned, 1);
});

test('an event knows the calls that it came during, innermost last', () => {
  const timeline = new Timeline();
  const outer = timeline.beginCall('toy_dowork', {}, '');
  const inner = timeline.beginCall('toy_send', {}, '');
  timeline.log('AZ_LOG_INFO', 'inside both');
  timeline.endCall(inner, 0, '0');
  timeline.underlying('below', 'xio_send', '');
  timeline.endCall(outer, undefined, '');
  timeline.log('AZ_LOG_INFO', 'outside');
  assert.deepEqual(timeline.logs[0]?.during, [outer, inner]);
  assert.deepEqual(timeline.below[0]?.during, [outer]);
  assert.deepEqual(timeline.logs[1]?.during, []);
});

test('a call that has not come back has neither result nor return', () => {
  const timeline = new Timeline();
  const call = timeline.beginCall('toy_send', { size: 3 }, 'size=3');
  assert.equal(call.returned, null);
  timeline.endCall(call, 7, '7');
  assert.deepEqual([call.returned, call.result, call.arguments], [1, 7, { size: 3 }]);
});

test('every event is published as it is made, so that a dead process leaves it behind', () => {
  const seen: unknown[] = [];
  const listen = (entry: unknown): void => {
    seen.push(entry);
  };
  subscribe(TIMELINE_CHANNEL, listen);
  const timeline = new Timeline();
  timeline.log('AZ_LOG_INFO', 'last words');
  unsubscribe(TIMELINE_CHANNEL, listen);
  assert.deepEqual(seen, timeline.entries);
  assert.equal(seen.length, 1);
});

test('of what an adapter logs the beginning is kept, and what is no text becomes one', () => {
  const timeline = new Timeline();
  timeline.log('AZ_LOG_INFO', 'x'.repeat(5000));
  timeline.log('AZ_LOG_INFO', undefined as unknown as string);
  const [long, none] = timeline.logs;
  assert.equal(long?.message, `${'x'.repeat(4096)}… (904 characters more)`);
  assert.equal(none?.message, 'undefined');
  assert.deepEqual(
    timeline.entries.map(({ detail }) => detail),
    timeline.logs.map(({ message }) => message),
  );
});
