import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timelineOf, toyTrace } from '../testing/traces.js';
import { excerptOf, layOutSequence, wordsOf } from './sequence.js';
import { layOutStates } from './state_diagram.js';
import { collectTimelines, timelineAt } from '../timeline_table.js';
import { windowAt } from './window.js';

const entry = { sequence: 3, kind: 'call', from: 'user', to: 'adapter', name: 'f', detail: 'a=1' } as const;

test('a sequence diagram has the lanes that take part, messages below each other, words within its width', () => {
  const long = { ...entry, from: 'peer', to: 'underlying', kind: 'peer', detail: 'x'.repeat(500) } as const;
  const { lanes, messages, width, height } = layOutSequence([entry, long]);
  assert.deepEqual(
    lanes.map(({ name }) => name),
    ['user', 'adapter', 'underlying IO', 'peer'],
  );
  assert.ok(messages.every(({ from, to }) => from !== to));
  assert.ok((messages[0]?.y ?? 0) < (messages[1]?.y ?? 0) && (messages[1]?.y ?? 0) < height);
  for (const { text, textX } of messages) assert.ok(textX + text.length * 7.22 <= width, text);
  assert.match(messages[1]?.text ?? '', /…$/);
});

test('calls have arguments, returns results, events words', () => {
  assert.equal(wordsOf(entry), 'f(a=1)');
  assert.equal(wordsOf({ ...entry, kind: 'return', detail: '0' }), 'f = 0');
  assert.equal(wordsOf({ ...entry, kind: 'return', detail: '' }), 'f');
  assert.equal(wordsOf({ ...entry, kind: 'log' }), 'f: a=1');
});

test('a long timeline keeps its beginning and its end', () => {
  const { beginning, hidden, end } = excerptOf(timelineOf(100));
  assert.equal(beginning.length + hidden + end.length, 100);
  assert.equal(beginning[0]?.sequence, 0);
  assert.equal(end.at(-1)?.sequence, 99);
  assert.equal(excerptOf(timelineOf(30)).hidden, 0);
});

test('timelines come out as they went in, equal ones once', () => {
  const { add, table } = collectTimelines();
  const [one, other] = [timelineOf(5), [entry]];
  assert.deepEqual([add(one), add(other), add(timelineOf(5)), add([])], [0, 1, 0, 2]);
  assert.deepEqual(
    [0, 1, 2].map((index) => timelineAt(table, index)),
    [one, other, []],
  );
});

test('the state diagram: boxes one below the other, lines that keep out of them and end at the right one', () => {
  const [specification] = toyTrace().specifications;
  assert.ok(specification?.document !== undefined);
  const { states, edges, width, height } = layOutStates(specification.document);
  assert.deepEqual(
    states.map(({ name }) => name),
    ['TOY_CLOSED', 'TOY_OPEN', null],
  );
  states.reduce((bottom, box) => {
    assert.ok(box.y > bottom);
    return box.y + box.height;
  }, 0);
  assert.deepEqual(
    states[1]?.calls.map(({ stays }) => stays),
    [true, false],
  );
  assert.deepEqual(
    edges.map(({ transition, side }) => [transition.label, side]),
    [
      ['TOY_CLOSED/toy_open', 'right'],
      ['TOY_CLOSED/toy_destroy', 'right'],
      ['TOY_OPEN/toy_close', 'left'],
    ],
  );
  const [box] = states;
  for (const { points } of edges) {
    for (const [x, y] of points.slice(1, 3)) {
      assert.ok(x > 0 && x < width && y > 0 && y < height);
      assert.ok(box !== undefined && (x < box.x || x > box.x + box.width));
    }
  }
  const closing = edges.at(-1)?.head.y ?? 0;
  assert.ok(box !== undefined && closing > box.y && closing < box.y + box.height);
});

test('the window holds what is visible and a margin, and no more', () => {
  for (const [offset, height] of [
    [-40, 800],
    [0, 800],
    [3333, 800],
    [99_000, 800],
    [999_999, 800],
    [0, 0],
  ] as const) {
    const { first, end } = windowAt(offset, height, 50, 2000);
    assert.ok(first >= 0 && first <= end && end <= 2000);
    assert.ok(end - first <= 16 + 1 + 2 * 12 + 1);
    const top = Math.min(1999, Math.max(0, Math.floor(offset / 50)));
    assert.ok(first <= top && end > Math.min(1999, top + Math.floor(height / 50)), `${offset}`);
  }
  assert.deepEqual(windowAt(0, 800, 50, 3), { first: 0, end: 3 });
});

test('lines that end in the same state meet in joints; one that has its lane to itself has none', () => {
  const call = (
    state: string,
    target: string,
  ): Parameters<typeof layOutStates>[0]['transitions'][number] => ({
    label: `${state}/f`,
    state,
    function: 'f',
    targets: [target],
  });
  const states = ['A', 'B', 'C'].map((name, index) => ({ name, text: '', line: index + 1 }));
  const transitions = [call('A', 'C'), call('B', 'C'), call('C', 'A')];
  const { edges } = layOutStates({ states, transitions });
  const [first, second, back] = edges;
  assert.ok(first?.joint != null && second?.joint != null);
  assert.equal(first.joint.x, second.joint.x);
  assert.notEqual(first.joint.y, second.joint.y);
  assert.equal(back?.joint, null);
});
