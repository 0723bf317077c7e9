import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Connection } from './underlying/loopback/connection.js';
import { libc } from '../../src/adapters/async_socket_linux/linux_socket/native/libc.js';
import { create_async_socket_linux } from '../../src/adapters/async_socket_linux/async_socket_linux.js';

const onLinux = {
  skip: process.platform === 'linux' ? false : 'the sockets of Linux are not on this machine',
};

describe('an async socket over the sockets of this system', onLinux, () => {
  const api = create_async_socket_linux({ log: () => undefined });

  function opened() {
    const connection = new Connection();
    const handle = api.async_socket_create(null, connection.socket);
    assert.ok(handle !== null);
    assert.equal(
      api.async_socket_open_async(handle, () => undefined, null),
      0,
    );
    return { connection, handle };
  }

  function received(handle: object, buffer: Buffer): Promise<readonly [string, number]> {
    return new Promise((resolve) => {
      const result = api.async_socket_receive_async(
        handle,
        [{ buffer, length: buffer.length }],
        1,
        (_context, outcome, count) => {
          resolve([outcome, count]);
        },
        null,
      );
      assert.equal(result, 0);
    });
  }

  it('is told of data by itself, also long after it began to wait', async () => {
    const { connection, handle } = opened();
    const buffer = Buffer.alloc(16);
    for (const text of ['at once', 'later']) {
      const receive = received(handle, buffer);
      if (text === 'later') await new Promise((resolve) => setTimeout(resolve, 50));
      connection.deliver(Buffer.from(text));
      assert.deepEqual(await receive, ['ASYNC_SOCKET_RECEIVE_OK', text.length]);
      assert.equal(buffer.toString('utf8', 0, text.length), text);
    }
    connection.end();
    assert.deepEqual(await received(handle, buffer), ['ASYNC_SOCKET_RECEIVE_ABANDONED', 0]);
    api.async_socket_destroy(handle);
    connection.close();
  });

  it('sends more than goes in at once, whole', async () => {
    const { connection, handle } = opened();
    const payload = Buffer.from(Array.from({ length: 1_000_000 }, (_, index) => index % 253));
    const done = new Promise((resolve) => {
      const buffers = [
        { buffer: payload.subarray(0, 10), length: 10 },
        { buffer: payload.subarray(10), length: payload.length - 10 },
      ];
      const result = api.async_socket_send_async(
        handle,
        buffers,
        2,
        (_context, outcome) => {
          resolve(outcome);
        },
        null,
      );
      assert.equal(result, 'ASYNC_SOCKET_SEND_SYNC_OK');
    });
    connection.sent(payload.length);
    const reading = setInterval(() => connection.received, 1);
    assert.equal(await done, 'ASYNC_SOCKET_SEND_OK');
    clearInterval(reading);
    connection.readAll();
    assert.ok(connection.received.equals(payload));
    api.async_socket_destroy(handle);
    assert.ok(connection.sawEnd);
    connection.close();
  });

  it('lets go of what waits when it is closed, and refuses everything then', () => {
    const { connection, handle } = opened();
    const told: string[] = [];
    const buffers = [{ buffer: Buffer.alloc(4), length: 4 }];
    for (const name of ['first', 'second'])
      api.async_socket_receive_async(
        handle,
        buffers,
        1,
        (_context, outcome) => told.push(`${name} ${outcome}`),
        null,
      );
    api.async_socket_close(handle);
    assert.deepEqual(told, ['first ASYNC_SOCKET_RECEIVE_ABANDONED', 'second ASYNC_SOCKET_RECEIVE_ABANDONED']);
    assert.equal(
      api.async_socket_send_async(handle, buffers, 1, () => undefined, null),
      'ASYNC_SOCKET_SEND_SYNC_ABANDONED',
    );
    assert.notEqual(
      api.async_socket_open_async(handle, () => undefined, null),
      0,
    );
    api.async_socket_destroy(handle);
    api.async_socket_destroy(handle);
    connection.close();
  });

  it('leaves no descriptor open in 10,000 rounds of open and close', () => {
    const pair = Buffer.alloc(8);
    const socketpair = libc().function('int socketpair(int, int, int, void *)');
    const buffers = [{ buffer: Buffer.alloc(4), length: 4 }];
    const ends: string[] = [];
    const before = readdirSync('/proc/self/fd').length;
    for (let round = 0; round < 10_000; round += 1) {
      assert.equal(socketpair(1, 1, 0, pair), 0);
      const handle = api.async_socket_create(null, pair.readInt32LE(0));
      api.async_socket_open_async(handle, () => undefined, null);
      api.async_socket_receive_async(handle, buffers, 1, (_context, result) => ends.push(result), null);
      // Closed by itself, or by the destroy.
      if (round % 2 === 0) api.async_socket_close(handle);
      api.async_socket_destroy(handle);
      libc().close(pair.readInt32LE(4));
    }
    assert.equal(readdirSync('/proc/self/fd').length, before);
    assert.equal(ends.length, 10_000);
    assert.deepEqual([...new Set(ends)], ['ASYNC_SOCKET_RECEIVE_ABANDONED']);
  });
});
