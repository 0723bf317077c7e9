import assert from 'node:assert/strict';
import { constants } from 'node:os';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { MemoryDescriptors } from '../../../steps/tlspool/underlying/memory/memory_descriptors.js';
import { Assembler, type Arrival } from './assembler.js';

const { EAGAIN } = constants.errno;

/** Both ends of a stream, one of them read by an assembler. */
function joined() {
  const descriptors = new MemoryDescriptors();
  const [near, far] = descriptors.pair();
  const assembler = new Assembler(descriptors, near);
  const arrivals = (): readonly Arrival[] => {
    const all: Arrival[] = [];
    for (let next = assembler.next(); typeof next !== 'number'; next = assembler.next()) all.push(next);
    return all;
  };
  return { descriptors, near, far, assembler, arrivals };
}

/** Cuts bytes at these places. */
function cut(bytes: Buffer, places: readonly number[]): readonly Buffer[] {
  const ends = [...new Set(places.map((place) => place % bytes.length)), bytes.length].sort((a, b) => a - b);
  return ends
    .map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end))
    .filter(({ length }) => length > 0);
}

const messagesOf = fc.array(fc.uint8Array({ minLength: 388, maxLength: 388 }), {
  minLength: 1,
  maxLength: 6,
});

describe('an assembler', () => {
  it('makes the same messages of every division of their bytes, and gives each as soon as it is whole', () => {
    fc.assert(
      fc.property(messagesOf, fc.array(fc.nat()), fc.boolean(), (messages, places, readsBetween) => {
        const { descriptors, far, arrivals } = joined();
        const found: Arrival[] = [];
        let sent = 0;
        for (const part of cut(Buffer.concat(messages), places)) {
          descriptors.send(far, part, []);
          sent += part.length;
          if (!readsBetween) continue;
          found.push(...arrivals());
          assert.equal(found.length, Math.floor(sent / 388));
        }
        found.push(...arrivals());
        assert.deepEqual(
          found.map(({ message }) => [...message]),
          messages.map((message) => [...message]),
        );
      }),
    );
  });

  it('says that nothing has come, and that the stream has ended', () => {
    const { descriptors, far, assembler } = joined();
    assert.equal(assembler.next(), -EAGAIN);
    descriptors.send(far, Buffer.alloc(387), []);
    assert.equal(assembler.next(), -EAGAIN);
    descriptors.close(far);
    assert.equal(assembler.next(), 0);
  });

  it('gives descriptors with the message that they came with, whichever of its parts brought them', () => {
    const { descriptors, far, arrivals } = joined();
    const [one] = descriptors.pair();
    descriptors.send(far, Buffer.alloc(388, 1), []);
    descriptors.send(far, Buffer.alloc(100, 2), []);
    descriptors.send(far, Buffer.alloc(288, 2), [one]);
    descriptors.send(far, Buffer.alloc(388, 3), []);
    assert.deepEqual(
      arrivals().map(({ passed }) => passed.length),
      [0, 1, 0],
    );
  });

  it('gives a message that later ones do not change', () => {
    const { descriptors, far, arrivals } = joined();
    descriptors.send(far, Buffer.alloc(388, 1), []);
    const [first] = arrivals();
    descriptors.send(far, Buffer.alloc(388, 2), []);
    arrivals();
    assert.deepEqual(first?.message, Buffer.alloc(388, 1));
  });

  it('keeps no more descriptors of a message than tell that they are too many', () => {
    const { descriptors, far, arrivals } = joined();
    const [one] = descriptors.pair();
    const before = descriptors.open;
    for (const length of [1, 1, 386]) descriptors.send(far, Buffer.alloc(length), [one, one, one]);
    const [arrival] = arrivals();
    assert.equal(arrival?.passed.length, 2);
    assert.equal(descriptors.open, before + 2);
  });

  it('closes the descriptors of a message that will not be whole', () => {
    const { descriptors, far, assembler } = joined();
    const [one] = descriptors.pair();
    const before = descriptors.open;
    descriptors.send(far, Buffer.alloc(10), [one, one]);
    assembler.next();
    assert.equal(descriptors.open, before + 2);
    assembler.discard();
    assert.equal(descriptors.open, before);
  });
});
