import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { after, afterEach, before, describe, it } from 'node:test';
import { startTlsServer } from '../testing/tls_server.js';
import type { TlsServer } from '../testing/tls_server.js';
import { User, destroyAll } from '../testing/user.js';
import { create_tlsio_chained, create_tlsio_direct } from './tlsio.js';

const TOTAL = 64 * 1024 * 1024;
const SIZES = [1, 100, 16 * 1024, 100_000, 1024 * 1024, 5 * 1024 * 1024 + 1];

let server: TlsServer;
before(async () => {
  server = await startTlsServer({ serve: (socket) => socket.pipe(socket) });
});
afterEach(destroyAll);
after(() => server.dispose());

for (const [design, create] of [
  ['chained', create_tlsio_chained],
  ['direct', create_tlsio_direct],
] as const) {
  describe(`tlsio_${design} under load`, () => {
    it('carries 64 MiB both ways, byte for byte, in messages of all sizes', async () => {
      const user = new User();
      user.api = create({ log: user.log });
      user.handle = user.api.tlsio_create({ hostname: 'localhost', port: server.port });
      user.api.tlsio_setoption(user.handle, 'TrustedCerts', server.authority);
      user.open();
      await user.untilEvent('open(IO_OPEN_OK)');
      const source = randomBytes(8 * 1024 * 1024);
      const sent = createHash('sha256');
      const received = createHash('sha256');
      let queued = 0;
      let completed = 0;
      let arrived = 0;
      let messages = 0;
      user.inside.set('bytes', () => {
        const chunk = user.chunks.pop() ?? Buffer.alloc(0);
        arrived += chunk.length;
        received.update(chunk);
      });
      user.inside.set('send(IO_SEND_OK)', () => {
        completed += 1;
      });
      await user.until('all to come back', () => {
        while (queued < TOTAL && messages - completed < 8) {
          const size = Math.min(SIZES[messages % SIZES.length] ?? 1, TOTAL - queued);
          const from = (messages * 7919) % (source.length - size);
          const message = source.subarray(from, from + size);
          sent.update(message);
          assert.equal(user.send(message), 0);
          queued += size;
          messages += 1;
        }
        return arrived >= TOTAL;
      });
      assert.equal(arrived, TOTAL);
      assert.equal(received.digest('hex'), sent.digest('hex'));
      await user.until('all completions', () => completed === messages);
      assert.deepEqual(user.logs, []);
    });
  });
}
