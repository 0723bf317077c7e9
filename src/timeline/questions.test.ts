import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  callbacksIn,
  callsBelowIn,
  callsOf,
  describe,
  errorsLoggedIn,
  logsIn,
  type Scope,
} from './questions.js';
import { Timeline, type CallRecord } from './timeline.js';

/** `toy_open` logs an error and calls below; `toy_dowork` logs, and calls back twice. */
function recorded(): { readonly timeline: Timeline; readonly open: CallRecord; readonly dowork: CallRecord } {
  const timeline = new Timeline();
  const open = timeline.beginCall('toy_open', {}, '');
  timeline.log('AZ_LOG_ERROR', 'refused');
  timeline.underlying('below', 'xio_open', '');
  timeline.underlying('belowReturn', 'xio_open', '0');
  timeline.endCall(open, 1, '1');
  const dowork = timeline.beginCall('toy_dowork', {}, '');
  timeline.log('AZ_LOG_INFO', 'working');
  const type = 'ON_IO_ERROR';
  timeline.callback({ parameter: 'on_io_error', type, context: null, call: open }, {}, '');
  timeline.callback({ parameter: 'on_send_complete', type, context: null, call: open }, {}, '');
  timeline.endCall(dowork, undefined, '');
  return { timeline, open, dowork };
}

function scopeOf(timeline: Timeline, fields: Partial<Scope> = {}): Scope {
  return { timeline, mark: 0, function: null, probes: new Set(), ...fields };
}

test('a scope over everything has everything, narrowed by name where one is asked for', () => {
  const { timeline } = recorded();
  const all = scopeOf(timeline);
  assert.equal(callbacksIn(all).length, 2);
  assert.equal(callbacksIn(all, 'on_io_error').length, 1);
  assert.equal(logsIn(all).length, 2);
  assert.deepEqual(
    errorsLoggedIn(all).map(({ message }) => message),
    ['refused'],
  );
  assert.equal(callsBelowIn(all).length, 1, 'a return from below is no call');
  assert.equal(callsBelowIn(all, 'xio_close').length, 0);
});

test("a function's scope has what happened during its calls alone", () => {
  const { timeline } = recorded();
  const open = scopeOf(timeline, { function: 'toy_open' });
  assert.equal(callbacksIn(open).length, 0);
  assert.equal(errorsLoggedIn(open).length, 1);
  assert.equal(describe(scopeOf(timeline, { function: 'toy_close' })), 'nothing');
});

test('what came before the mark is out of scope', () => {
  const { timeline, dowork } = recorded();
  const later = scopeOf(timeline, { mark: dowork.sequence });
  assert.equal(errorsLoggedIn(later).length, 0);
  assert.deepEqual(callsOf(later, 'toy_open'), []);
  assert.deepEqual(callsOf(later, 'toy_dowork'), [dowork]);
});

test("a probe's doing is not the scenario's", () => {
  const { timeline, open, dowork } = recorded();
  const unprobed = scopeOf(timeline, { probes: new Set([dowork]) });
  assert.equal(callbacksIn(unprobed).length, 0);
  assert.deepEqual(callsOf(unprobed, 'toy_dowork'), []);
  assert.deepEqual(callsOf(unprobed, 'toy_open'), [open]);
});

test('a description names what happened in one line', () => {
  const { timeline } = recorded();
  assert.equal(
    describe(scopeOf(timeline)),
    'callback on_io_error, callback on_send_complete, AZ_LOG_ERROR "refused", AZ_LOG_INFO "working", xio_open below',
  );
});
