import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { create_wsio, wsio } from '../index.js';
import { defaultDependencies } from '../xio/default_dependencies.js';
import { echoServer, type EchoServer } from '../testing/ws_server.js';
import { WsUser } from '../testing/ws_user.js';

const silent = create_wsio({ log: () => undefined });

for (const certificate of [null, 'good'] as const) {
  describe(`a wsio and a ${certificate === null ? 'plain' : 'TLS'} WebSocket server`, () => {
    let server: EchoServer;
    before(async () => {
      server = await echoServer(certificate);
    });
    after(() => server.close());

    it('exchange messages of all sizes', async () => {
      const user = new WsUser(wsio, server.config);
      assert.equal(user.open(), 0);
      await user.until('IO_OPEN_OK');
      const sizes = [1, 125, 126, 65_535, 65_536, 3_000_000];
      for (const [index, size] of sizes.entries()) assert.equal(user.send(Buffer.alloc(size, index + 1)), 0);
      await user.until('bytes', sizes.length);
      assert.deepEqual(
        user.chunks.map(({ length }) => length),
        sizes,
      );
      assert.ok(user.chunks.every((bytes, index) => bytes.every((byte) => byte === index + 1)));
      user.destroy();
    });

    it('can be opened again after a close, and after a peer that left', async () => {
      const user = new WsUser(silent, server.config);
      user.open();
      await user.until('IO_OPEN_OK');
      assert.equal(user.close(), 0);
      assert.notEqual(user.close(), 0);
      assert.equal(user.open(), 0);
      await user.until('IO_OPEN_OK', 2);
      server.sockets.at(-1)?.terminate();
      await user.until('error');
      assert.notEqual(user.send(Buffer.of(1)), 0);
      assert.equal(user.close(), 0);
      assert.equal(user.open(), 0);
      await user.until('IO_OPEN_OK', 3);
      user.destroy();
      assert.deepEqual(user.events, ['IO_OPEN_OK', 'closed', 'IO_OPEN_OK', 'error', 'closed', 'IO_OPEN_OK']);
    });

    it('deliver what was reported as sent before a close', async () => {
      const user = new WsUser(wsio, server.config);
      user.open();
      await user.until('IO_OPEN_OK');
      const arrived = new Promise((resolve) => server.sockets.at(-1)?.once('message', resolve));
      user.send(Buffer.from('last words'));
      await user.until('IO_SEND_OK');
      user.destroy();
      assert.equal(String(await arrived), 'last words');
    });
  });
}

describe('a wsio', () => {
  for (const certificate of ['expired', 'selfSigned', 'otherHost'] as const) {
    it(`does not take a certificate that is ${certificate}`, async () => {
      const server = await echoServer(certificate);
      const user = new WsUser(silent, server.config);
      user.open();
      await user.until('IO_OPEN_ERROR');
      assert.equal(server.sockets.length, 0);
      user.destroy();
      await server.close();
    });
  }

  it('trusts nobody by itself whose authority is not known', async () => {
    const server = await echoServer('good');
    const user = new WsUser(silent, { ...server.config, trusted_ca: null });
    user.open();
    await user.until('IO_OPEN_ERROR');
    user.destroy();
    await server.close();
  });

  it('fails to open where nobody listens, or the path and the protocol make no request', async () => {
    const server = await echoServer();
    await server.close();
    const refused = new WsUser(silent, server.config);
    assert.equal(refused.open(), 0);
    await refused.until('IO_OPEN_ERROR');
    refused.destroy();
    const odd = new WsUser(silent, { ...server.config, protocol_name: 'two words' });
    assert.notEqual(odd.open(), 0);
    assert.deepEqual(odd.events, []);
    odd.destroy();
  });

  it('has the face of an xio, with a context for each callback', async () => {
    const server = await echoServer();
    const xio = wsio.wsio_get_interface_description();
    const handle = xio.concrete_io_create(server.config);
    const seen: unknown[] = [];
    const keep = (context: unknown): void => {
      seen.push(context);
    };
    assert.equal(xio.concrete_io_open(handle, keep, 'opened', keep, 'bytes', keep, 'failed'), 0);
    const until = async (count: number): Promise<void> => {
      while (seen.length < count) {
        xio.concrete_io_dowork(handle);
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    await until(1);
    assert.equal(xio.concrete_io_send(handle, Buffer.of(1), 1, keep, 'sent'), 0);
    await until(3);
    server.sockets[0]?.terminate();
    await until(4);
    assert.deepEqual(seen, ['opened', 'sent', 'bytes', 'failed']);
    assert.deepEqual(xio.concrete_io_retrieveoptions(handle)?.options, []);
    xio.concrete_io_destroy(handle);
    await server.close();
  });

  it('logs to the logger of its own that it was given', () => {
    const lines: string[] = [];
    assert.equal(
      silent.wsio_create(null, (options, format) => lines.push(`${options} ${format}`)),
      null,
    );
    assert.deepEqual(lines, ['1 wsio_create: io_create_parameters is NULL']);
  });

  it('gives all memory back', async () => {
    const server = await echoServer('good');
    const out = new Set<Uint8Array>();
    const api = create_wsio({
      allocate: (size) => {
        const memory = defaultDependencies.allocate(size);
        if (memory !== null) out.add(memory);
        return memory;
      },
      release: (memory) => out.delete(memory),
    });
    const user = new WsUser(api, server.config);
    user.open();
    await user.until('IO_OPEN_OK');
    for (let count = 0; count < 3; count += 1) user.send(Buffer.alloc(10_000));
    await user.until('IO_SEND_OK', 2);
    user.send(Buffer.alloc(10));
    assert.ok(out.size > 0);
    user.destroy();
    assert.equal(out.size, 0);
    await server.close();
  });

  it('leaves nothing behind when it is destroyed in any state', async () => {
    const server = await echoServer('good');
    const handles = (): number =>
      process.getActiveResourcesInfo().filter((kind) => kind === 'TCPSocketWrap' || kind === 'Timeout')
        .length;
    const baseline = handles();
    for (const state of ['closed', 'opening', 'connecting', 'open'] as const) {
      const user = new WsUser(wsio, server.config);
      if (state !== 'closed') user.open();
      if (state === 'connecting') user.dowork();
      if (state === 'open') await user.until('IO_OPEN_OK');
      user.destroy();
    }
    const end = performance.now() + 20_000;
    while (handles() > baseline && performance.now() < end)
      await new Promise((resolve) => setImmediate(resolve));
    assert.ok(handles() <= baseline);
    await server.close();
  });
});
