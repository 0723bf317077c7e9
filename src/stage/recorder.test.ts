import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytes, Recorder } from './recorder.js';

function recording(): { recorder: Recorder; told: string[] } {
  const told: string[] = [];
  const recorder = new Recorder({
    onEvent: ({ kind, name, detail }) => told.push(`${kind} ${name} ${detail}`.trim()),
    mark: () => told.length,
    during: () => [],
  });
  return { recorder, told };
}

test('a run of idle doworks is counted in full, told once, and is no movement', () => {
  const { recorder, told } = recording();
  const before = recorder.activity;
  for (let call = 0; call < 5; call += 1) recorder.dowork('dowork', () => undefined);
  assert.equal(recorder.calls('dowork'), 5);
  assert.deepEqual(told, ['below dowork', 'belowReturn dowork nothing to do']);
  assert.equal(recorder.activity, before);
});

test('a dowork in which something happens is told around it, also after idle ones', () => {
  const { recorder, told } = recording();
  recorder.dowork('dowork', () => undefined);
  told.length = 0;
  recorder.dowork('dowork', () => {
    recorder.callback('on_bytes_received', bytes(1));
  });
  assert.deepEqual(told, ['below dowork', 'callback on_bytes_received 1 byte', 'belowReturn dowork']);
});

test('an idle dowork is told again once something else was', () => {
  const { recorder, told } = recording();
  recorder.dowork('dowork', () => undefined);
  recorder.peer('connected', '');
  recorder.dowork('dowork', () => undefined);
  assert.equal(told.filter((event) => event === 'below dowork').length, 2);
});

test('a dowork inside a dowork keeps the order', () => {
  const { recorder, told } = recording();
  recorder.dowork('outer', () => {
    recorder.dowork('inner', () => {
      recorder.callback('x', '');
    });
    recorder.callback('y', '');
  });
  assert.deepEqual(told, [
    'below outer',
    'below inner',
    'callback x',
    'belowReturn inner',
    'callback y',
    'belowReturn outer',
  ]);
});

test('nothing is told once the scenario is over', () => {
  const { recorder, told } = recording();
  recorder.dispose();
  recorder.call('late', '');
  assert.deepEqual(told, []);
});
