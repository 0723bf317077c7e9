import assert from 'node:assert/strict';
import { constants } from 'node:os';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { MemoryDescriptors } from '../../../steps/tlspool/underlying/memory/memory_descriptors.js';
import type { Descriptors } from './descriptors.js';
import { Sender } from './sender.js';

const { EAGAIN, ECONNRESET, ENOBUFS, EPIPE } = constants.errno;

/** A sender over a socket that takes what it is told to: so many bytes of the next write, or an error. */
function limited() {
  const memory = new MemoryDescriptors();
  const [near, far] = memory.pair();
  const takes: number[] = [];
  const descriptors: Descriptors = {
    ...(memory as Descriptors),
    send: (descriptor, bytes, passed) => {
      const most = takes.shift() ?? bytes.length;
      return most <= 0 ? most : memory.send(descriptor, bytes.subarray(0, most), passed);
    },
  };
  /** What has come to the other end: the bytes, and before how many of them each descriptor came. */
  const arrived = (): { readonly bytes: Buffer; readonly passedAt: readonly number[] } => {
    let bytes = Buffer.alloc(0);
    const passedAt: number[] = [];
    for (;;) {
      const received = memory.receive(far, 388);
      if (received.length <= 0) return { bytes, passedAt };
      for (const one of received.passed) {
        passedAt.push(bytes.length);
        memory.close(one);
      }
      bytes = Buffer.concat([bytes, received.bytes]);
    }
  };
  return { memory, takes, sender: new Sender(descriptors, near), arrived };
}

const message = (number: number): Buffer => Buffer.alloc(388, number);

describe('a sender', () => {
  it('sends every message whole and in order, each descriptor with its own, whatever the socket takes', () => {
    const writes = fc.array(fc.oneof(fc.integer({ min: 1, max: 388 }), fc.constant(-EAGAIN)), {
      maxLength: 40,
    });
    const messages = fc.array(fc.record({ passes: fc.boolean(), flushes: fc.boolean() }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(messages, writes, (all, taken) => {
        const { memory, takes, sender, arrived } = limited();
        takes.push(...taken);
        all.forEach(({ passes, flushes }, index) => {
          const pair = passes ? memory.pair() : null;
          if (pair !== null) memory.close(pair[1]);
          assert.ok(sender.send(message(index), pair === null ? [] : [pair[0]]));
          if (flushes) assert.ok(sender.flush());
        });
        while (sender.isWaiting) assert.ok(sender.flush());
        const { bytes, passedAt } = arrived();
        assert.deepEqual(bytes, Buffer.concat(all.map((_, index) => message(index))));
        assert.deepEqual(
          passedAt,
          all.flatMap(({ passes }, index) => (passes ? [388 * index] : [])),
        );
        // Only both ends of the socket are left: what was sent is closed here.
        assert.equal(memory.open, 2);
      }),
    );
  });

  it('sends a message in one write where there is room', () => {
    const { sender, takes, arrived } = limited();
    takes.push(388);
    assert.ok(sender.send(message(1), []));
    assert.ok(!sender.isWaiting);
    assert.deepEqual(arrived().bytes, message(1));
  });

  it('keeps the descriptor of a message that waits, and closes it when the first of its bytes have gone', () => {
    const { memory, sender, takes } = limited();
    const [one] = memory.pair();
    takes.push(-EAGAIN, 1, -EAGAIN);
    const before = memory.open;
    assert.ok(sender.send(message(1), [one]));
    assert.equal(memory.open, before);
    assert.ok(sender.flush());
    assert.equal(memory.open, before - 1);
    assert.ok(sender.isWaiting);
  });

  it('says that the connection is broken, and closes what will not be sent', () => {
    const { memory, sender, takes, arrived } = limited();
    const pairs = [memory.pair(), memory.pair()] as const;
    const before = memory.open;
    takes.push(-EAGAIN, -EPIPE);
    assert.ok(sender.send(message(1), [pairs[0][0]]));
    assert.ok(sender.send(message(2), [pairs[1][0]]));
    assert.ok(!sender.flush());
    sender.discard();
    assert.equal(memory.open, before - 2);
    assert.ok(!sender.isWaiting);
    assert.equal(arrived().bytes.length, 0);
  });

  it('says at once that the connection is broken, and sends nothing from then on', () => {
    for (const error of [EPIPE, ECONNRESET]) {
      const { sender, takes, arrived } = limited();
      takes.push(-error);
      assert.ok(!sender.send(message(1), []));
      assert.ok(!sender.flush());
      sender.discard();
      assert.ok(!sender.flush());
      assert.ok(!sender.send(message(2), []));
      assert.equal(arrived().bytes.length, 0);
    }
  });

  it('sends nothing behind a part of a message', () => {
    const { sender, takes, arrived } = limited();
    takes.push(4, -ENOBUFS);
    assert.ok(!sender.send(message(1), []));
    sender.discard();
    assert.ok(!sender.send(message(2), []));
    assert.equal(arrived().bytes.length, 4);
  });

  it('goes on when the host had no means for one message', () => {
    const { sender, takes, arrived } = limited();
    takes.push(-ENOBUFS);
    assert.ok(!sender.send(message(1), []));
    sender.discard();
    assert.ok(sender.send(message(2), []));
    assert.deepEqual(arrived().bytes, message(2));
  });
});
