import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MemoryPool } from './memory_pool.js';

describe('a memory pool', () => {
  it('gives the size that is asked for, and the same memory again once it is back', () => {
    const pool = new MemoryPool();
    const first = pool.allocate(5000);
    assert.equal(first?.length, 5000);
    const second = pool.allocate(5000);
    assert.notEqual(second?.buffer, first.buffer, 'what is out is not given twice');
    pool.release(first);
    const third = pool.allocate(6000);
    assert.equal(third?.length, 6000);
    assert.equal(third.buffer, first.buffer);
  });

  it('takes nothing back twice, and nothing that is not its own', () => {
    const pool = new MemoryPool();
    const own = pool.allocate(10_000) ?? new Uint8Array();
    const foreign = new Uint8Array(own.length);
    pool.release(foreign);
    pool.release(own);
    pool.release(own);
    const buffers = [pool.allocate(10_000), pool.allocate(10_000)].map((memory) => memory?.buffer);
    assert.equal(new Set(buffers).size, 2);
    assert.ok(!buffers.includes(foreign.buffer));
  });

  it('keeps what was a mebibyte before something was added to it', () => {
    const pool = new MemoryPool();
    const padded = pool.allocate(1024 * 1024 + 20) ?? new Uint8Array();
    pool.release(padded);
    assert.equal(pool.allocate(1024 * 1024)?.buffer, padded.buffer);
  });

  it('keeps a few megabytes at most', () => {
    const pool = new MemoryPool();
    const size = 1024 * 1024;
    const all = Array.from({ length: 20 }, () => pool.allocate(size) ?? new Uint8Array());
    all.forEach((memory) => {
      pool.release(memory);
    });
    const again = new Set(Array.from({ length: 20 }, () => pool.allocate(size)?.buffer));
    const reused = all.filter(({ buffer }) => again.has(buffer)).length;
    assert.ok(reused > 0 && reused <= 4, `${reused} blocks were kept`);
  });

  it('gives null when there is no memory', () => {
    assert.equal(new MemoryPool().allocate(Number.MAX_SAFE_INTEGER), null);
  });
});
