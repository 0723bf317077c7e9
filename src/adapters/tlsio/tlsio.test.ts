import assert from 'node:assert/strict';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { after, afterEach, before, describe, it } from 'node:test';
import { startTlsServer } from '../testing/tls_server.js';
import type { TlsServer } from '../testing/tls_server.js';
import { TICK, User, destroyAll } from '../testing/user.js';
import { create_tlsio_chained, create_tlsio_direct } from './tlsio.js';

/** Content type of a TLS record that carries an alert. */
const ALERT = 21;

/** A stream that passes everything to and from a socket, and shows what is written. */
function tapped(socket: Socket, onWrite: (chunk: Buffer) => void): Duplex {
  const stream = new Duplex({
    read: () => socket.resume(),
    write: (chunk: Buffer, _encoding, done) => {
      onWrite(chunk);
      socket.write(chunk, done);
    },
    destroy: (error, done) => {
      socket.destroy();
      done(error);
    },
  });
  socket.on('data', (chunk) => stream.push(chunk));
  socket.on('error', (error) => stream.destroy(error));
  return stream;
}

let server: TlsServer;
before(async () => {
  server = await startTlsServer();
});
afterEach(destroyAll);
after(() => server.dispose());

for (const [design, create] of [
  ['chained', create_tlsio_chained],
  ['direct', create_tlsio_direct],
] as const) {
  const setUp = (port = server.port): User => {
    const user = new User();
    user.api = create({ log: user.log });
    user.handle = user.api.tlsio_create({ hostname: 'localhost', port });
    assert.equal(user.api.tlsio_setoption(user.handle, 'TrustedCerts', server.authority), 0);
    return user;
  };
  const opened = async (): Promise<User> => {
    const user = setUp();
    assert.equal(user.open(), 0);
    await user.untilEvent('open(IO_OPEN_OK)');
    user.events.length = 0;
    return user;
  };

  describe(`tlsio_${design} over TCP`, () => {
    it('opens, sends, receives and closes gracefully, all in calls of its own', async () => {
      const user = setUp();
      assert.equal(user.open(), 0);
      await user.untilEvent('open(IO_OPEN_OK)');
      assert.equal(user.send('hello'), 0);
      await user.untilEvent('send(IO_SEND_OK)');
      await user.until('bytes at the peer', () => server.received().toString() === 'hello');
      server.connections.at(-1)?.write('world');
      await user.until('bytes', () => user.received.toString() === 'world');
      assert.equal(user.close(), 0);
      await user.untilEvent('close');
      await user.until('close_notify', () => server.ended());
      assert.deepEqual(user.events, ['open(IO_OPEN_OK)', 'send(IO_SEND_OK)', 'close']);
      assert.equal(user.strays, 0);
      assert.deepEqual(user.logs, []);
    });

    it('says goodbye with a close_notify, also when it is destroyed', async () => {
      const old = await startTlsServer({ tls: { maxVersion: 'TLSv1.2' } });
      for (const leave of ['close', 'destroy'] as const) {
        const sent: Buffer[] = [];
        const user = new User();
        user.api = create({
          log: user.log,
          connect: ({ port }) => {
            const socket = connect({ host: '127.0.0.1', port });
            return tapped(socket, (chunk) => sent.push(chunk));
          },
        });
        user.handle = user.api.tlsio_create({ hostname: 'localhost', port: old.port });
        user.api.tlsio_setoption(user.handle, 'TrustedCerts', old.authority);
        user.open();
        await user.untilEvent('open(IO_OPEN_OK)');
        sent.length = 0;
        user[leave]();
        await user.turns();
        assert.equal(Buffer.concat(sent)[0], ALERT, leave);
        user.destroy();
      }
      await old.dispose();
    });

    it('makes no callback while dowork is not called', async () => {
      const user = await opened();
      user.send('x');
      user.dowork();
      server.connections.at(-1)?.end('goodbye');
      for (let turn = 0; turn < 50; turn += 1) await TICK();
      assert.deepEqual(user.events, []);
      assert.equal(user.received.length, 0);
      await user.untilEvent('error');
      assert.equal(user.received.toString(), 'goodbye');
    });

    it('opens again after a close, with the options it had', async () => {
      const user = await opened();
      for (let round = 0; round < 3; round += 1) {
        user.events.length = 0;
        user.close();
        await user.untilEvent('close');
        assert.equal(user.open(), 0);
        await user.untilEvent('open(IO_OPEN_OK)');
        user.send('again');
        await user.until('bytes at the peer', () => server.received().toString() === 'again');
      }
    });

    it('feeds a new instance with its options', async () => {
      const user = setUp();
      const options = user.api.tlsio_retrieveoptions(user.handle);
      user.destroy();
      user.handle = user.api.tlsio_create({ hostname: 'localhost', port: server.port });
      assert.equal(options?.OptionHandler_FeedOptions(user.handle ?? {}), 0);
      assert.equal(user.open(), 0);
      await user.untilEvent('open(IO_OPEN_OK)');
    });

    it('delivers what came before the peer closed, then tells the error once', async () => {
      const user = await opened();
      server.connections.at(-1)?.end(Buffer.alloc(3_000_000, 'z'));
      await user.untilEvent('error');
      await user.turns();
      assert.equal(user.received.length, 3_000_000);
      assert.deepEqual(user.events, ['error']);
      user.close();
      assert.deepEqual(user.events, ['error', 'close']);
      assert.equal(user.open(), 0);
      await user.untilEvent('open(IO_OPEN_OK)');
    });

    it('tells the error when the peer resets', async () => {
      const user = await opened();
      server.rawConnections.at(-1)?.resetAndDestroy();
      await user.untilEvent('error');
      await user.turns();
      assert.deepEqual(user.events, ['error']);
    });

    it('fails the message under way when the peer goes away', async () => {
      const user = await opened();
      server.connections.at(-1)?.pause();
      user.send(Buffer.alloc(64 * 1024 * 1024), 'big');
      user.send('behind', 'behind');
      await user.turns(50);
      assert.deepEqual(user.events, []);
      server.rawConnections.at(-1)?.resetAndDestroy();
      await user.untilEvent('error');
      assert.deepEqual(user.events, ['big(IO_SEND_ERROR)', 'error']);
      user.close();
      assert.deepEqual(user.events.slice(2), ['behind(IO_SEND_CANCELLED)', 'close']);
    });

    it('fails to open when nobody listens, and when what answers is not TLS', async () => {
      const plain = createServer((socket) => {
        socket.on('error', () => socket.destroy());
        socket.resume();
        socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
      });
      await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
      const { port } = plain.address() as AddressInfo;
      const user = setUp(port);
      user.open();
      await user.untilEvent('open(IO_OPEN_ERROR)');
      await new Promise((resolve) => plain.close(resolve));
      user.events.length = 0;
      assert.equal(user.open(), 0);
      await user.untilEvent('open(IO_OPEN_ERROR)');
      await user.turns();
      assert.deepEqual(user.events, ['open(IO_OPEN_ERROR)']);
      assert.ok(
        user.logs.some((line) => line.includes('ECONNREFUSED')),
        user.logs.join('\n'),
      );
    });

    it('closes and is destroyed at any moment of the opening', async () => {
      for (const leave of ['close', 'destroy'] as const) {
        for (let turns = 0; turns < 12; turns += 1) {
          const user = setUp();
          user.open();
          for (let turn = 0; turn < turns; turn += 1) {
            if (user.events.length === 0) user.dowork();
            await TICK();
          }
          const wasOpen = user.events.length > 0;
          user[leave]();
          if (leave === 'close') await user.untilEvent('close');
          const outcome = wasOpen ? 'open(IO_OPEN_OK)' : 'open(IO_OPEN_CANCELLED)';
          assert.deepEqual(user.events, leave === 'close' ? [outcome, 'close'] : [outcome]);
          user.destroy();
        }
      }
    });

    it('stops reading when dowork is not called', async () => {
      const user = await opened();
      const peer = server.connections.at(-1);
      assert.ok(peer);
      const total = 64 * 1024 * 1024;
      const piece = Buffer.alloc(64 * 1024, 'q');
      let handed = 0;
      const feed = (): void => {
        while (handed < total) {
          handed += piece.length;
          if (!peer.write(piece)) {
            peer.once('drain', feed);
            return;
          }
        }
      };
      feed();
      await user.turns(5);
      let before = -1;
      while (handed !== before) {
        before = handed;
        for (let turn = 0; turn < 500; turn += 1) await TICK();
      }
      assert.ok(handed < total / 2, `the peer got rid of ${handed} bytes`);
      await user.until('the rest', () => user.chunks.reduce((sum, chunk) => sum + chunk.length, 0) === total);
    });
  });
}
