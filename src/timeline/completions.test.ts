import assert from 'node:assert/strict';
import { test } from 'node:test';
import { owed } from './completions.js';
import { toy, type Sent } from '../stage/fixtures/toy.js';

function sending(...results: readonly number[]) {
  const sent: Sent[] = [];
  const { session, timeline } = toy((one) => results[sent.push(one) - 1] ?? 0);
  const complete = (index: number): void => {
    sent[index]?.complete(sent[index].context, 'SEND_OK');
  };
  const owedSince = (mark: number) => owed(timeline, timeline.calls, 'on_send_complete', mark);
  return { session, timeline, complete, owedSince };
}

test('each accepted call is owed one completion, oldest first', () => {
  const { session, complete, owedSince } = sending(0, 0);
  const calls = [session.call('toy_send'), session.call('toy_send')];
  complete(1);
  const found = owedSince(0);
  assert.deepEqual(
    found.map(({ call }) => call),
    calls,
  );
  assert.deepEqual(
    found.map(({ completions }) => completions.length),
    [0, 1],
  );
});

test('what had completed before the mark is not owed, what had not is', () => {
  const { session, timeline, complete, owedSince } = sending(0, 0);
  session.call('toy_send');
  const second = session.call('toy_send');
  complete(0);
  const { mark } = timeline;
  complete(1);
  assert.deepEqual(
    owedSince(mark).map(({ call }) => call),
    [second],
  );
});

test('a refused call is owed nothing, unless it completes all the same', () => {
  const { session, complete, owedSince } = sending(1, 1);
  session.call('toy_send');
  const second = session.call('toy_send');
  assert.deepEqual(owedSince(0), []);
  complete(1);
  assert.deepEqual(
    owedSince(0).map(({ call }) => call),
    [second],
  );
});

test('a call that was given NULL for the callback is owed nothing', () => {
  const { session, owedSince } = sending(0);
  session.call('toy_send', { on_send_complete: null });
  assert.deepEqual(owedSince(0), []);
});
