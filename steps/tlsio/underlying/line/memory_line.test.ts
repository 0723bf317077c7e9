import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { Recorder } from '../../../../src/stage/recorder.js';
import type { LineEnd } from './line.js';
import { MemoryLine } from './memory_line.js';

function heard(end: LineEnd): string[] {
  const told: string[] = [];
  end.attach({
    received: (bytes) => told.push(bytes.toString()),
    finished: () => told.push('finished'),
    failed: (error) => told.push(error.message),
  });
  return told;
}

function createLine(): MemoryLine {
  return new MemoryLine(new Recorder({ onEvent: () => undefined, mark: () => 0, during: () => [] }));
}

function noteTo(results: string[]): (error: Error | null) => void {
  return (error) => results.push(error?.message ?? 'done');
}

test('bytes arrive a turn later, in order, and only then a write is done', async () => {
  const { near, far } = createLine();
  const told = heard(far);
  const results: string[] = [];
  near.write(Buffer.from('a'), noteTo(results));
  near.write(Buffer.from('b'), noteTo(results));
  near.finish();
  assert.deepEqual([told, results], [[], []]);
  await turn();
  assert.deepEqual(
    [told, results],
    [
      ['a', 'b', 'finished'],
      ['done', 'done'],
    ],
  );
});

test('a paused end leaves writes unfinished, and that is no movement on the way to the peer', async () => {
  const line = createLine();
  const told = heard(line.far);
  const results: string[] = [];
  line.far.pause();
  line.near.write(Buffer.from('a'), noteTo(results));
  await turn();
  assert.deepEqual([told, results, line.moving()], [[], [], []]);
  line.far.resume();
  assert.equal(line.moving().length, 1);
  await turn();
  assert.deepEqual([told, results, line.moving()], [['a'], ['done'], []]);
});

test('what was sent before somebody listens is not lost', async () => {
  const { near, far } = createLine();
  near.write(Buffer.from('early'), () => undefined);
  await turn();
  const told = heard(far);
  await turn();
  assert.deepEqual(told, ['early']);
});

test('a reset overtakes what is on its way, in both directions', async () => {
  const { near, far } = createLine();
  const told = heard(near);
  const unheard = heard(far);
  const results: string[] = [];
  far.write(Buffer.from('lost'), noteTo(results));
  near.write(Buffer.from('lost too'), noteTo(results));
  far.reset();
  await turn();
  assert.deepEqual([told, unheard], [['read ECONNRESET'], []]);
  assert.deepEqual(results, ['write ECONNRESET', 'write ECONNRESET']);
});

test('an end that left refuses bytes, and its sender is reset', async () => {
  const { near, far } = createLine();
  const told = heard(near);
  heard(far);
  far.destroy();
  await turn();
  const results: string[] = [];
  near.write(Buffer.from('x'), noteTo(results));
  await turn();
  near.write(Buffer.from('x'), noteTo(results));
  assert.deepEqual(told, ['finished', 'read ECONNRESET']);
  assert.deepEqual(results, ['write EPIPE', 'write EPIPE']);
});
