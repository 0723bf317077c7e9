import assert from 'node:assert/strict';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import type { Descriptors } from '../../../src/adapters/tlspool/descriptors.js';
import { spiesOf } from '../../../src/stage/doubles.js';
import { MemoryDescriptors } from './memory/memory_descriptors.js';
import { tapped } from './network_tap.js';
import { Recorder } from './recorder.js';

function recording() {
  const memory = new MemoryDescriptors();
  const notes: string[] = [];
  const recorder = new Recorder(spiesOf<Descriptors>(memory), (name, detail) =>
    notes.push(`${name}: ${detail}`),
  );
  return { memory, notes, recorder, below: recorder.descriptors };
}

describe('what an adapter does with descriptors', () => {
  it('is known by how it came by each, until it has closed it or handed it over', () => {
    const { memory, recorder, below } = recording();
    const listener = below.listen('a path', 0o600);
    const client = below.connect('a path');
    const accepted = below.accept(listener);
    const pair = below.pair();
    const [given] = memory.pair();
    recorder.give(given);
    below.send(client, Buffer.of(1), [given]);
    const [passed = -1] = below.receive(accepted, 1).passed;
    assert.deepEqual(
      [listener, client, accepted, pair?.[0] ?? -1, given, passed].map((one) => recorder.owned.get(one)),
      ['listen', 'connect', 'accept', 'pair', 'given', 'passed'],
    );
    below.close(passed);
    recorder.take(given);
    assert.equal(recorder.owned.has(passed), false);
    assert.equal(recorder.owned.has(given), false);
    assert.deepEqual(recorder.stray, []);
    below.close(passed);
    below.close(given);
    assert.deepEqual(recorder.stray, [passed, given]);
    assert.ok(below.connect('nobody') < 0);
  });

  it('is kept write by write as it was, and read by read', () => {
    const { recorder, below, notes } = recording();
    const pair = below.pair();
    assert.ok(pair !== null);
    const [near, far] = pair;
    const bytes = Buffer.from('abc');
    below.send(near, bytes, [far]);
    bytes.fill(0);
    assert.deepEqual(recorder.sent, [
      { descriptor: near, bytes: Buffer.from('abc'), passed: [far], through: 'pair', sequence: 2 },
    ]);
    below.receive(far, 2);
    below.receive(far, 2);
    below.receive(far, 2);
    assert.deepEqual(notes, [
      'pair: two descriptors',
      'send: 3 bytes, 1 descriptor',
      'receive: 2 bytes',
      'receive: 1 bytes',
    ]);
    below.close(99);
    assert.equal(notes.at(-1), 'close: a descriptor of somebody else');
  });

  it('is known of streams as long as they are open', async () => {
    const { recorder, below } = recording();
    const pair = below.pair();
    assert.ok(pair !== null);
    const stream = below.stream(pair[0]);
    assert.ok(recorder.streams.has(stream));
    stream.destroy();
    await once(stream, 'close');
    assert.equal(recorder.streams.size, 0);
    assert.deepEqual([...recorder.owned.keys()], [pair[1]]);
  });
});

describe('a tap on a stream', () => {
  /** A tapped end, and the end behind it. */
  function tap() {
    const memory = new MemoryDescriptors();
    const [near, far] = memory.pair();
    const below = memory.stream(near);
    return { below, far: memory.stream(far), ...tapped(below) };
  }

  it('keeps what is read, and carries both ways', async () => {
    const { far, stream, seen } = tap();
    const much = Buffer.from(Array.from({ length: 200_000 }, (_, index) => index % 255));
    const got: Buffer[] = [];
    stream.on('data', (bytes: Buffer) => got.push(bytes));
    far.end(much);
    await once(stream, 'end');
    assert.deepEqual(Buffer.concat(got), much);
    assert.deepEqual(seen(), much);
    const back = once(far, 'data');
    stream.end('back');
    assert.equal(String(((await back) as [Buffer])[0]), 'back');
    assert.deepEqual(seen(), much);
  });

  it('closes what it is on, and is closed with it', async () => {
    const one = tap();
    one.stream.destroy();
    await once(one.below, 'close');
    const two = tap();
    two.below.destroy();
    await once(two.stream, 'close');
    assert.ok(two.stream.destroyed);
  });

  it('does not read on while nobody reads from it', async () => {
    const { far, seen } = tap();
    for (let count = 0; count < 20; count += 1) far.write(Buffer.alloc(16_384));
    for (let turns = 0; turns < 50; turns += 1) await new Promise((resolve) => setImmediate(resolve));
    assert.ok(seen().length < 20 * 16_384);
  });
});
