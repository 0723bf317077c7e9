import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { connect } from 'node:tls';
import sinon from 'sinon';
import { tcpConnection } from '../../../../steps/tlspool/underlying/create_tlspool_underlying.js';
import { credentials } from '../../../../steps/tlspool/underlying/credentials.js';
import { startPool, type PoolProcess } from '../../../../steps/tlspool/underlying/loopback/start_pool.js';
import { PoolClient, ServedPool, until } from '../../testing/tlspool_service_user.js';
import { whereDescriptorsPass } from '../../testing/where_descriptors_pass.js';
import type { TLSPOOL_CREDENTIALS } from '../api.js';
import { COMMANDS } from '../commands.js';
import { TLSPOOL_ERRORS } from '../errors.js';
import { systemDescriptors } from '../system_descriptors.js';
import { encode, readNumber, type FieldName } from '../wire.js';
import { create_tlspool_service } from './service.js';

const { ERROR, PING, STARTTLS, STARTTLS_LOCALID, PLAINTEXT_CONNECT } = COMMANDS;
const LOCALID_CHECK = 0x10006;

let shown: TLSPOOL_CREDENTIALS;
before(async () => {
  shown = await credentials();
});

/** Numbers that a message holds. */
const numbers = (
  { message }: { readonly message: Buffer },
  ...names: readonly FieldName[]
): readonly number[] => names.map((name) => readNumber(message, name as 'reqid'));

async function withPool(use: (pool: ServedPool) => Promise<void>): Promise<void> {
  const pool = new ServedPool(shown);
  try {
    await use(pool);
  } finally {
    pool.stop();
  }
}

describe('a pool', { timeout: 60_000 }, () => {
  it('numbers the callbacks that wait, each otherwise, and copies the number of the request', () =>
    withPool(async (pool) => {
      const client = pool.client();
      const asked = new Map<number, number>();
      for (const reqid of [11, 12, 13, 14]) {
        client.connection(reqid);
        const callback = await client.next();
        assert.deepEqual(numbers(callback, 'reqid', 'cmd'), [reqid, PLAINTEXT_CONNECT]);
        asked.set(readNumber(callback.message, 'cbid'), reqid);
      }
      assert.equal(asked.size, 4);
      for (const cbid of asked.keys()) assert.ok(cbid >= 1 && cbid <= 1024);
    }));

  it('goes on under the number of the answer, through both callbacks, to one last message', () =>
    withPool(async (pool) => {
      const client = pool.client();
      const peer = client.connection(1, { flags: LOCALID_CHECK });
      client.answer(await client.next(), { reqid: 2 });
      const reconnect = await client.next();
      assert.deepEqual(numbers(reconnect, 'reqid', 'cmd'), [2, PLAINTEXT_CONNECT]);
      const { stream, other } = client.pair();
      client.answer(reconnect, { reqid: 3 }, [other]);
      assert.deepEqual(numbers(await client.next(), 'reqid', 'cmd'), [3, STARTTLS]);
      stream.write('to the peer');
      assert.equal(String((await once(peer, 'data'))[0]), 'to the peer');
      peer.write('and back');
      assert.equal(String((await once(stream, 'data'))[0]), 'and back');
      await client.ping(4);
    }));

  it('takes the one answer of the one connection that it has asked, and tells every other one that it is none', () =>
    withPool(async (pool) => {
      const [client, stranger] = [pool.client(), pool.client()];
      client.connection(1);
      const callback = await client.next();
      const [cbid = 0] = numbers(callback, 'cbid');
      const unknown = [7, ERROR, 0, TLSPOOL_ERRORS.E_TLSPOOL_COMMAND_UNKNOWN];
      const told = ['reqid', 'cmd', 'cbid', 'tlserrno'] as const;
      const open = pool.descriptors.open;
      for (const cmd of [PLAINTEXT_CONNECT, ERROR]) {
        stranger.answer(callback, { reqid: 7, cmd }, [stranger.pair().other]);
        assert.deepEqual(numbers(await stranger.next(), ...told), unknown);
        client.answer(callback, { reqid: 7, cmd, cbid: (cbid % 1024) + 1 }, [client.pair().other]);
        assert.deepEqual(numbers(await client.next(), ...told), unknown);
      }
      // What came with them was closed: only the streams of the test are left.
      assert.equal(pool.descriptors.open, open + 4);
      client.answer(callback, { reqid: 2 }, [client.pair().other]);
      client.answer(callback, { reqid: 7 }, [client.pair().other]);
      const replies = [await client.next(), await client.next()].map((reply) =>
        numbers(reply, 'reqid', 'cmd'),
      );
      replies.sort((left, right) => (left[0] ?? 0) - (right[0] ?? 0));
      assert.deepEqual(replies, [
        [2, STARTTLS],
        [7, ERROR],
      ]);
    }));

  it('takes a number that no callback has as that of a request', () =>
    withPool(async (pool) => {
      const client = pool.client();
      client.send(encode({ reqid: 5, cbid: 9, cmd: PING, facilities: 1 }));
      assert.deepEqual(numbers(await client.next(), 'reqid', 'cbid', 'cmd'), [5, 9, PING]);
    }));

  it('ends an exchange that is answered wrongly with the error for it, and the others go on', () =>
    withPool(async (pool) => {
      const client = pool.client();
      const wrong = [
        [PING, 1, 'E_TLSPOOL_COMMAND_BAD_CALLBACK_RESPONSE'],
        [STARTTLS, 1, 'E_TLSPOOL_COMMAND_BAD_CALLBACK_RESPONSE'],
        [ERROR, 0, 'E_TLSPOOL_COMMAND_BAD_CALLBACK_RESPONSE'],
        [PLAINTEXT_CONNECT, 0, 'E_TLSPOOL_PLAIN_SOCKET_NEEDED'],
        [PLAINTEXT_CONNECT, 2, 'E_TLSPOOL_SUPERFLUOUS_SOCKET'],
      ] as const;
      client.connection(1);
      const waits = await client.next();
      for (const [cmd, count, error] of wrong) {
        client.connection(2);
        const passed = Array.from({ length: count }, () => client.pair().other);
        client.answer(await client.next(), { reqid: 3, cmd }, passed);
        assert.deepEqual(numbers(await client.next(), 'reqid', 'cmd', 'tlserrno'), [
          3,
          ERROR,
          TLSPOOL_ERRORS[error],
        ]);
      }
      client.answer(waits, { reqid: 4 }, [client.pair().other]);
      assert.deepEqual(numbers(await client.next(), 'reqid', 'cmd'), [4, STARTTLS]);
    }));

  it('asks for no descriptor where the answer about the identity has brought one', () =>
    withPool(async (pool) => {
      const client = pool.client();
      client.connection(1, { flags: LOCALID_CHECK });
      const callback = await client.next();
      assert.deepEqual(numbers(callback, 'cmd'), [STARTTLS_LOCALID]);
      client.answer(callback, { reqid: 2 }, [client.pair().other]);
      assert.deepEqual(numbers(await client.next(), 'reqid', 'cmd'), [2, STARTTLS]);
    }));

  it('lets go of everything of a client that has gone, and of nothing else', () =>
    withPool(async (pool) => {
      const stays = pool.client();
      await stays.ping(1);
      const before = pool.descriptors.open;
      const client = pool.client();
      const peers = [
        client.connection(1),
        client.connection(2, { flags: LOCALID_CHECK }),
        client.connection(3),
      ];
      for (let count = 0; count < 3; count += 1) await client.next();
      const silent = client.pair();
      client.starttls(4, silent.other);
      silent.stream.resume();
      client.send(encode({ reqid: 9 }).subarray(0, 100), [client.pair().other]);
      client.end.close();
      for (const peer of peers) peer.resume();
      await once(silent.stream, 'end');
      await until('its peers see the end', () => peers.every((peer) => peer.readableEnded));
      for (const peer of peers) peer.destroy();
      silent.stream.destroy();
      // One stream of the test is left: that of the pair whose other end never became a message's.
      await until('its descriptors are closed', () => pool.descriptors.open <= before + 1);
      await stays.ping(2);
    }));

  it('closes everything when it stops, and refuses to be stopped twice', async () => {
    const pool = new ServedPool(shown);
    const client = pool.client();
    const peer = client.connection(1);
    await client.next();
    pool.stop();
    peer.resume();
    await until('the peer sees the end', () => peer.readableEnded);
    peer.destroy();
    client.end.pump();
    assert.ok(client.end.ended);
    client.end.close();
    await until('no descriptor is open', () => pool.descriptors.open === 0);
    assert.ok(pool.descriptors.connect('pool.sock') < 0);
    pool.stop();
    assert.match(pool.logged.at(-1) ?? '', /NULL/);
  });

  it('closes the connection of a client that takes nothing more, though it may still write', () =>
    withPool(async (pool) => {
      const { descriptors } = pool;
      const accept = sinon.spy(descriptors, 'accept');
      const [client, other] = [pool.client(), pool.client()];
      await client.ping(1);
      const [accepted] = accept.returnValues;
      sinon.stub(descriptors, 'send').callThrough().withArgs(accepted).returns(-constants.errno.EPIPE);
      const peer = client.connection(2).resume();
      await until('the connection is closed', () => client.end.pump() && client.end.ended);
      await until('the peer is hung up on', () => peer.readableEnded || peer.destroyed);
      await other.ping(3);
    }));

  it('keeps a session that shall outlive its connection when its last message can not be sent', () =>
    withPool(async (pool) => {
      const { descriptors } = pool;
      const accept = sinon.spy(descriptors, 'accept');
      const client = pool.client();
      const peer = client.connection(1, { flags: 0x4006 });
      const { stream, other } = client.pair();
      const callback = await client.next();
      const [accepted] = accept.returnValues;
      sinon.stub(descriptors, 'send').callThrough().withArgs(accepted).returns(-constants.errno.EPIPE);
      client.answer(callback, { reqid: 2 }, [other]);
      await until('the connection is closed', () => client.end.pump() && client.end.ended);
      stream.write('to the peer');
      assert.equal(String((await once(peer, 'data'))[0]), 'to the peer');
    }));

  it('does not start with credentials that are none, nor where another one listens', () => {
    const pool = new ServedPool(shown);
    assert.equal(pool.service.tlspool_service_start('pool.sock', shown), null);
    assert.equal(pool.service.tlspool_service_start('other.sock', { ...shown, private_key: 'none' }), null);
    assert.match(pool.logged.at(-1) ?? '', /credentials/);
    pool.stop();
    assert.equal(pool.descriptors.open, 0);
    assert.ok(pool.descriptors.listen('other.sock', 0o600) >= 0);
  });
});

const onLinux = {
  ...whereDescriptorsPass,
  timeout: 60_000,
};

describe('a pool in a process of its own', onLinux, () => {
  let pool: PoolProcess;
  before(async () => {
    pool = await startPool();
  });
  after(() => pool.stop());

  it('outlives descriptors that no connection is made of', async () => {
    const client = new PoolClient(systemDescriptors, pool.path);
    for (const [index, file] of ['/dev/null', process.execPath, '/'].entries()) {
      client.starttls(index, openSync(file, 'r'));
      const [reqid, cmd, tlserrno] = numbers(await client.next(), 'reqid', 'cmd', 'tlserrno');
      assert.deepEqual([reqid, cmd], [index, ERROR]);
      assert.equal(tlserrno, TLSPOOL_ERRORS.E_TLSPOOL_CIPHER_SOCKET_NEEDED);
    }
    client.connection(7);
    client.answer(await client.next(), { reqid: 8 }, [openSync('/dev/null', 'r')]);
    assert.deepEqual(numbers(await client.next(), 'reqid', 'cmd', 'tlserrno'), [
      8,
      ERROR,
      TLSPOOL_ERRORS.E_TLSPOOL_PLAIN_SOCKET_NEEDED,
    ]);
    await client.ping(9);
    client.end.close();
  });

  it('goes on when there are more clients than it can watch', async () => {
    const clients: number[] = [];
    while (clients.length < 1100) {
      const connected = systemDescriptors.connect(pool.path);
      // The pool has not yet accepted as many as may wait.
      if (connected < 0) await turn();
      else clients.push(connected);
    }
    // The pool has taken them all when it has closed the last ones.
    const last = clients.at(-1) ?? -1;
    await until('the last client is turned away', () => systemDescriptors.receive(last, 1).length === 0);
    for (const one of clients) systemDescriptors.close(one);
    // It may turn away some more until it has seen them leave.
    for (let left = 1000; ; left -= 1) {
      const client = new PoolClient(systemDescriptors, pool.path);
      const served = client.ping(1).finally(() => {
        client.end.close();
      });
      if (left === 0) await served;
      if (
        await served.then(
          () => true,
          () => false,
        )
      )
        return;
    }
  });
});

describe('a pool over the descriptors of the host', onLinux, () => {
  it('outlives a client that is gone when it is to agree to a local identity, in the middle of the handshake', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'iospec-'));
    const path = join(folder, 'pool.sock');
    let accepted = -1;
    const { tlspool_service_start, tlspool_service_stop } = create_tlspool_service({
      log: () => undefined,
      descriptors: {
        ...systemDescriptors,
        accept: (listener) => {
          const descriptor = systemDescriptors.accept(listener);
          if (descriptor >= 0) accepted = descriptor;
          return descriptor;
        },
        send: (descriptor, bytes, passed) =>
          descriptor === accepted
            ? -constants.errno.EPIPE
            : systemDescriptors.send(descriptor, bytes, passed),
      },
    });
    const service = tlspool_service_start(path, shown);
    for (let count = 0; count < 5; count += 1) {
      const client = new PoolClient(systemDescriptors, path);
      const { descriptor, far } = await tcpConnection();
      client.starttls(1, descriptor, { flags: LOCALID_CHECK });
      const peer = connect({ socket: far, servername: 'server.example', rejectUnauthorized: false });
      peer.on('error', () => peer.destroy());
      await until('the connection is closed', () => client.end.pump() && client.end.ended);
      await until('the peer is hung up on', () => peer.destroyed);
      client.end.close();
    }
    tlspool_service_stop(service);
    rmSync(folder, { recursive: true });
  });
});
