import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, writeFileSync, openSync, existsSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import type { Descriptors } from '../../../src/adapters/tlspool/descriptors.js';
import { systemDescriptors } from '../../../src/adapters/tlspool/system_descriptors.js';
import { whereDescriptorsPass } from '../../../src/adapters/testing/where_descriptors_pass.js';
import { hostDescriptors } from './host/host_descriptors.js';
import { MemoryDescriptors } from './memory/memory_descriptors.js';

const { EADDRINUSE, EAGAIN, EBADF, EPIPE } = constants.errno;
/** Milliseconds for something that must come. */
const DEADLINE = 20_000;

const onLinux = {
  ...whereDescriptorsPass,
  timeout: DEADLINE,
};

/** What the mock must have in common with the host: the same tests for both. */
function behaveAlike(create: () => Descriptors): void {
  const descriptors = create();
  const open = new Set<number>();
  let folder = '';
  const kept = (descriptor: number): number => {
    if (descriptor >= 0) open.add(descriptor);
    return descriptor;
  };
  const pair = (): readonly [number, number] => {
    const made = descriptors.pair();
    assert.ok(made !== null);
    for (const one of made) kept(one);
    return made;
  };
  const text = (descriptor: number): string => {
    let all = '';
    for (;;) {
      const { length, bytes } = descriptors.receive(descriptor, 1000);
      if (length <= 0) return all;
      all += bytes.toString('latin1');
    }
  };
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'iospec-'));
  });
  after(() => {
    for (const one of open) descriptors.close(one);
    rmSync(folder, { recursive: true, force: true });
  });

  it('carries bytes both ways, in order, in reads of any length', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 12 });
    const [near, far] = pair();
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 2000 }),
        lengths,
        fc.boolean(),
        (bytes, reads, turned) => {
          const [from, to] = turned ? [near, far] : [far, near];
          assert.equal(descriptors.send(from, bytes, []), bytes.length);
          const got: Buffer[] = [];
          for (let count = 0; ; count += 1) {
            const wanted = reads[count % reads.length] ?? 1;
            const { length, bytes: part, passed } = descriptors.receive(to, wanted);
            assert.deepEqual(passed, []);
            if (length === -EAGAIN) break;
            assert.ok(length > 0 && length <= wanted && part.length === length);
            got.push(part);
          }
          assert.deepEqual(Buffer.concat(got), Buffer.from(bytes));
        },
      ),
    );
  });

  it('ends a stream after what was written before', () => {
    const [near, far] = pair();
    assert.equal(descriptors.receive(near, 10).length, -EAGAIN);
    descriptors.send(far, Buffer.from('last'), []);
    descriptors.close(far);
    assert.equal(text(near), 'last');
    assert.equal(descriptors.receive(near, 10).length, 0);
    assert.equal(descriptors.send(near, Buffer.from('late'), []), -EPIPE);
    descriptors.close(near);
    assert.equal(descriptors.send(near, Buffer.from('late'), []), -EBADF);
    assert.equal(descriptors.receive(near, 10).length, -EBADF);
  });

  it('passes descriptors, which stay the sender’s too, with the first of their bytes', () => {
    const [near, far] = pair();
    const [one, other] = pair();
    assert.equal(descriptors.send(far, Buffer.from('ab'), [one, one]), 2);
    descriptors.send(one, Buffer.from('from the sender'), []);
    descriptors.close(one);
    const first = descriptors.receive(near, 1);
    assert.equal(first.bytes.toString(), 'a');
    assert.equal(first.passed.length, 2);
    assert.deepEqual(descriptors.receive(near, 1).passed, []);
    const [taken = -1, again = -1] = first.passed;
    assert.notEqual(taken, again);
    descriptors.send(taken, Buffer.from(', from the receiver'), []);
    descriptors.close(taken);
    assert.equal(text(other), 'from the sender, from the receiver');
    assert.equal(descriptors.receive(other, 1).length, -EAGAIN);
    descriptors.close(again);
    assert.equal(descriptors.receive(other, 1).length, 0);
  });

  it('closes descriptors that were passed to somebody who has gone', () => {
    const [near, far] = pair();
    const [one, other] = pair();
    descriptors.send(far, Buffer.from('a'), [one]);
    descriptors.close(one);
    assert.equal(descriptors.receive(other, 1).length, -EAGAIN);
    descriptors.close(near);
    assert.equal(descriptors.receive(other, 1).length, 0);
  });

  it('passes none that is not open, and sends nothing then', () => {
    const [near, far] = pair();
    const [one] = pair();
    descriptors.close(one);
    assert.equal(descriptors.send(far, Buffer.from('a'), [one]), -EBADF);
    assert.equal(descriptors.receive(near, 1).length, -EAGAIN);
  });

  it('connects to who listens at a path, and to nobody else', () => {
    const path = join(folder, 'pool.sock');
    assert.ok(descriptors.connect(path) < 0);
    const listener = kept(descriptors.listen(path, 0o600));
    assert.ok(listener >= 0);
    assert.equal(descriptors.listen(path, 0o600), -EADDRINUSE);
    assert.equal(descriptors.accept(listener), -EAGAIN);
    const client = kept(descriptors.connect(path));
    descriptors.send(client, Buffer.from('hello'), []);
    const accepted = kept(descriptors.accept(listener));
    assert.equal(text(accepted), 'hello');
    assert.equal(descriptors.accept(listener), -EAGAIN);
    const waiting = kept(descriptors.connect(path));
    descriptors.close(listener);
    assert.ok(descriptors.receive(waiting, 1).length <= 0);
    assert.ok(descriptors.connect(path) < 0);
    descriptors.unlink(path);
    const next = kept(descriptors.listen(path, 0o600));
    assert.ok(next >= 0);
  });

  it('tells of each thing that can be read, and of an end, until it is stopped', async () => {
    const [near, far] = pair();
    let told = (): void => undefined;
    const stop = descriptors.watch(near, () => {
      told();
    });
    const tells = (): Promise<void> =>
      new Promise((resolve) => {
        told = resolve;
      });
    for (const word of ['one', 'two']) {
      const told = tells();
      descriptors.send(far, Buffer.from(word), []);
      await told;
      assert.equal(text(near), word);
    }
    const end = tells();
    descriptors.close(far);
    await end;
    assert.equal(descriptors.receive(near, 1).length, 0);
    stop();
    const stopped = descriptors.watch(kept(near), () => undefined);
    stopped();
  });

  it('tells of what is watched while others are', async () => {
    const [quiet] = pair();
    const stopQuiet = descriptors.watch(quiet, () => {
      assert.fail('nothing has come');
    });
    await new Promise((resolve) => setImmediate(resolve));
    const [near, far] = pair();
    descriptors.send(far, Buffer.of(1), []);
    await new Promise<void>((resolve) => {
      const stop = descriptors.watch(near, () => {
        stop();
        resolve();
      });
    });
    stopQuiet();
  });

  it('tells once of room, when there is some', async () => {
    const [near, far] = pair();
    const chunk = Buffer.alloc(4096);
    while (descriptors.send(near, chunk, []) > 0);
    assert.equal(descriptors.send(near, chunk, []), -EAGAIN);
    let told = 0;
    const room = new Promise<void>((resolve) => {
      descriptors.whenWritable(near, () => {
        told += 1;
        resolve();
      });
    });
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(told, 0);
    text(far);
    await room;
    const read = new Promise<void>((resolve) => {
      const stop = descriptors.watch(far, () => {
        stop();
        resolve();
      });
    });
    assert.ok(descriptors.send(near, chunk, []) > 0);
    await read;
    assert.equal(told, 1);
    const stop = descriptors.whenWritable(near, () => {
      assert.fail('it was stopped');
    });
    stop();
    await new Promise((resolve) => setImmediate(resolve));
  });

  it('tells a writer that its reader has gone', async () => {
    const [near, far] = pair();
    while (descriptors.send(near, Buffer.alloc(4096), []) > 0);
    const told = new Promise<void>((resolve) => {
      descriptors.whenWritable(near, resolve);
    });
    descriptors.close(far);
    await told;
    assert.equal(descriptors.send(near, Buffer.of(1), []), -EPIPE);
  });

  it('tells of who wants to be accepted', async () => {
    const path = join(folder, 'watched.sock');
    const listener = kept(descriptors.listen(path, 0o600));
    const accepted = new Promise<number>((resolve) => {
      const stop = descriptors.watch(listener, () => {
        stop();
        resolve(descriptors.accept(listener));
      });
    });
    kept(descriptors.connect(path));
    assert.ok(kept(await accepted) >= 0);
  });

  it('tells of what is left again and again', async () => {
    const [near, far] = pair();
    descriptors.send(far, Buffer.from('abc'), []);
    const read: number[] = [];
    await new Promise<void>((resolve) => {
      const stop = descriptors.watch(near, () => {
        read.push(descriptors.receive(near, 1).length);
        if (read.length < 3) return;
        stop();
        resolve();
      });
    });
    assert.deepEqual(read, [1, 1, 1]);
  });

  it('makes a stream of a descriptor, which carries much both ways and half an end', async () => {
    const [near, far] = pair();
    const [one, other] = [descriptors.stream(near), descriptors.stream(far)];
    open.delete(near);
    open.delete(far);
    const closed = Promise.all([once(one, 'close'), once(other, 'close')]);
    const much = Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 251));
    one.end(much);
    const got: Buffer[] = [];
    other.on('data', (bytes: Buffer) => got.push(bytes));
    await once(other, 'end');
    assert.deepEqual(Buffer.concat(got), much);
    const back = once(one, 'data') as Promise<[Buffer]>;
    other.end('thanks');
    assert.equal(String((await back)[0]), 'thanks');
    one.resume();
    await closed;
    assert.equal(descriptors.receive(near, 1).length, -EBADF);
  });
}

describe('descriptors in memory', { timeout: DEADLINE }, () => {
  behaveAlike(() => new MemoryDescriptors());

  it('have numbers that the host has not', () => {
    const [one] = new MemoryDescriptors().pair();
    assert.ok(one > 65_536);
  });

  it('count what is open, and what has happened', () => {
    const descriptors = new MemoryDescriptors();
    const [near, far] = descriptors.pair();
    assert.equal(descriptors.open, 2);
    assert.equal(descriptors.activity, 0);
    descriptors.send(near, Buffer.of(1), []);
    assert.equal(descriptors.activity, 1);
    descriptors.receive(far, 1);
    descriptors.receive(far, 1);
    assert.equal(descriptors.activity, 2);
    descriptors.close(near);
    descriptors.close(near);
    assert.equal(descriptors.open, 1);
  });

  it('keep the permissions of a socket', () => {
    const descriptors = new MemoryDescriptors();
    descriptors.listen('a path', 0o600);
    assert.equal(descriptors.modes.get('a path'), 0o600);
  });
});

/** The host's own descriptors, as an adapter in production uses them, and as the judge does. */
const HOSTS = [
  ['in production', systemDescriptors],
  ['of the judge', hostDescriptors],
] as const;

for (const [whose, descriptors] of HOSTS)
  describe(`descriptors of the host ${whose}`, onLinux, () => {
    behaveAlike(() => descriptors);

    it('make a socket with the permissions that are asked for, whatever the umask', () => {
      const folder = mkdtempSync(join(tmpdir(), 'iospec-'));
      const before = process.umask(0o777);
      try {
        for (const mode of [0o600, 0o666]) {
          const path = join(folder, mode.toString(8));
          const listener = descriptors.listen(path, mode);
          assert.equal(statSync(path).mode & 0o777, mode);
          descriptors.close(listener);
        }
        assert.equal(process.umask(before), 0o777);
      } finally {
        process.umask(before);
        rmSync(folder, { recursive: true });
      }
    });

    it('listen at files alone: a name without one would be open to all', () => {
      for (const path of ['', '\0abstract', 'iospec\0socket', 'x'.repeat(108)]) {
        assert.ok(descriptors.listen(path, 0o600) < 0, JSON.stringify(path));
        assert.ok(descriptors.connect(path) < 0);
        assert.ok(!existsSync('iospec'));
      }
    });

    it('take away a socket’s file that is gone already', () => {
      const folder = mkdtempSync(join(tmpdir(), 'iospec-'));
      descriptors.unlink(join(folder, 'gone.sock'));
      rmSync(folder, { recursive: true });
    });

    it('can be no stream where they stand for a file', () => {
      const folder = mkdtempSync(join(tmpdir(), 'iospec-'));
      const file = join(folder, 'file');
      writeFileSync(file, 'x');
      const descriptor = openSync(file, 'r');
      assert.throws(() => descriptors.stream(descriptor));
      descriptors.close(descriptor);
      rmSync(folder, { recursive: true });
    });

    it('say when there is no room for more, and take the rest later', () => {
      const made = descriptors.pair();
      assert.ok(made !== null);
      const [near, far] = made;
      const message = Buffer.alloc(388);
      let taken = 0;
      let result = message.length;
      for (; result > 0; result = descriptors.send(near, message, [])) taken += result;
      assert.equal(result, -EAGAIN);
      let read = 0;
      for (let got = 1; got > 0; read += Math.max(0, got)) got = descriptors.receive(far, 4096).length;
      assert.equal(read, taken - message.length);
      assert.equal(descriptors.send(near, message, []), message.length);
      for (const one of made) descriptors.close(one);
    });
  });
