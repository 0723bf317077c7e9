import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startTlsServer } from '../testing/tls_server.js';
import type { TlsServer } from '../testing/tls_server.js';
import { TICK, User } from '../testing/user.js';
import { create_tlsio_chained, create_tlsio_direct } from './tlsio.js';

const ROUNDS = 500;

let server: TlsServer;
before(async () => {
  server = await startTlsServer({ serve: (socket) => socket.resume() });
});
after(() => server.dispose());

/** What keeps the process alive, the immediates and sleeps of the test itself aside. */
const resources = (): string[] =>
  process.getActiveResourcesInfo().filter((name) => name !== 'Immediate' && name !== 'Timeout');

async function untilResourcesAre(expected: readonly string[]): Promise<void> {
  const deadline = performance.now() + 5_000;
  while (resources().length !== expected.length && performance.now() < deadline) await sleep(5);
  assert.deepEqual(resources().sort(), [...expected].sort());
}

for (const [design, create] of [
  ['chained', create_tlsio_chained],
  ['direct', create_tlsio_direct],
] as const) {
  describe(`tlsio_${design} leaves nothing behind`, () => {
    it(`after ${ROUNDS} rounds of open and close, and a destroy`, async () => {
      await untilResourcesAre(resources().filter((name) => name === 'TCPServerWrap' || name === 'PipeWrap'));
      const before = resources();
      const user = new User();
      user.api = create({ log: user.log });
      user.handle = user.api.tlsio_create({ hostname: '127.0.0.1', port: server.port });
      user.api.tlsio_setoption(user.handle, 'TrustedCerts', server.authority);
      for (let round = 0; round < ROUNDS; round += 1) {
        user.events.length = 0;
        assert.equal(user.open(), 0);
        await user.untilEvent('open(IO_OPEN_OK)');
        user.close();
        await user.untilEvent('close');
      }
      user.destroy();
      assert.deepEqual(user.logs, []);
      await untilResourcesAre(before);
    });

    it('after a destroy at every point of a connection’s life', async () => {
      const before = resources();
      for (let turns = 0; turns < 40; turns += 1) {
        const user = new User();
        user.api = create({ log: () => undefined });
        user.handle = user.api.tlsio_create({ hostname: 'localhost', port: server.port });
        user.api.tlsio_setoption(user.handle, 'TrustedCerts', server.authority);
        user.open();
        for (let turn = 0; turn < turns; turn += 1) {
          user.dowork();
          if (turn === 20) user.send(Buffer.alloc(1_000_000));
          if (turn === 30) user.close();
          await TICK();
        }
        user.destroy();
        const { length } = user.events;
        await TICK();
        assert.equal(user.events.length, length);
      }
      await untilResourcesAre(before);
    });
  });
}
