import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ObservedCalls, type ObservedCallsOptions } from './observed_calls.js';
import { observerFor, Recorder } from './recorder.js';
import { Timeline } from '../timeline/timeline.js';

interface Below {
  readonly add: (left: number, right: number) => number;
  readonly fill: (memory: Uint8Array) => void;
  readonly work: () => void;
}

const functions: Below = {
  add: (left, right) => left + right,
  fill: (memory) => memory.fill(9),
  work: () => undefined,
};

function observing(options: Partial<ObservedCallsOptions<keyof Below>> = {}) {
  const timeline = new Timeline();
  const recorder = new Recorder(observerFor(timeline));
  const observed = new ObservedCalls(functions, { recorder, doubles: 'spies', ...options });
  const told = (): readonly string[] =>
    timeline.entries.map(({ kind, name, detail }) => `${kind} ${name} ${detail}`.trim());
  return { timeline, recorder, observed, told };
}

test('a call is written down with its arguments, its result and its place', () => {
  const { observed, recorder, timeline, told } = observing();
  const running = timeline.beginCall('toy_send', {}, '');
  assert.equal(observed.face.add(1, 2), 3);
  timeline.endCall(running, 0, '0');
  assert.equal(observed.face.add(3, 4), 7);
  const [first, second] = observed.callsOf('add');
  assert.deepEqual(first?.arguments, [1, 2]);
  assert.equal(first.result, 3);
  assert.deepEqual(first.during, [running]);
  assert.deepEqual(second?.during, []);
  assert.ok(first.sequence < second.sequence);
  assert.deepEqual(observed.callsOf('add', second.sequence), [second]);
  assert.deepEqual(told().slice(1, 3), ['below add 1, 2', 'belowReturn add 3']);
  assert.equal(recorder.calls('add'), 2);
});

test('a call that is running has no result yet, and stands before those made inside it', () => {
  const { observed } = observing();
  observed.interject('add', 'before', () => {
    observed.face.add(5, 5);
  });
  observed.face.add(1, 1);
  assert.deepEqual(
    observed.made.map(({ arguments: given, result }) => [given, result]),
    [
      [[1, 1], 2],
      [[5, 5], 10],
    ],
  );
});

test('scripts stand in for one call each, in their order', () => {
  const { observed } = observing();
  observed.script('add', () => -1);
  observed.script('add', (real, [left, right]) => real(left, right) * 10);
  assert.deepEqual([observed.face.add(1, 2), observed.face.add(1, 2), observed.face.add(1, 2)], [-1, 30, 3]);
  assert.equal(observed.doubles.add.callCount, 2);
});

test('scripts that were not called for are forgotten', () => {
  const { observed } = observing();
  observed.script('add', () => -1);
  observed.clearScripts();
  assert.equal(observed.face.add(1, 2), 3);
});

test('something happens right before or after a call, once', () => {
  const { observed } = observing({ onReturn: () => happened.push('returned') });
  const happened: string[] = [];
  observed.interject('work', 'before', () => happened.push('before'));
  observed.interject('work', 'after', () => happened.push('after'));
  observed.face.work();
  assert.deepEqual(happened, ['before', 'returned', 'after']);
  observed.face.work();
  assert.deepEqual(happened, ['before', 'returned', 'after', 'returned']);
});

test('arguments are kept as they were, where copies are made', () => {
  const copies = (argument: unknown): unknown =>
    argument instanceof Uint8Array ? Buffer.from(argument) : argument;
  const { observed } = observing({ kept: copies });
  const memory = new Uint8Array(2);
  observed.face.fill(memory);
  assert.deepEqual([...memory], [9, 9]);
  assert.deepEqual(observed.made[0]?.arguments, [Buffer.alloc(2)]);
});

test('what is told of a call is as the system says', () => {
  const { observed, told } = observing({
    telling: (name) => (name === 'work' ? 'eventful' : name === 'fill' ? 'none' : 'each'),
    given: (name) => `to ${name}`,
    got: ({ result }) => `got ${String(result)}`,
  });
  observed.face.fill(new Uint8Array(1));
  observed.face.add(1, 1);
  observed.face.work();
  observed.face.work();
  assert.deepEqual(told(), [
    'below add to add',
    'belowReturn add got 2',
    'below work',
    'belowReturn work nothing to do',
  ]);
  assert.equal(observed.made.length, 4);
});

test('what nobody asks about is forgotten, by the doubles as well', () => {
  const { observed } = observing({ doubles: 'stubs' });
  observed.face.add(1, 2);
  observed.forget();
  assert.deepEqual(observed.made, []);
  assert.equal(observed.doubles.add.callCount, 0);
  assert.equal(observed.face.add(1, 2), 3);
});
