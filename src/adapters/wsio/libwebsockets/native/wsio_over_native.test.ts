import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, it } from 'node:test';
import { create_wsio, createNativeLibwebsockets } from '../../../index.js';
import type { CONCRETE_IO_HANDLE, WSIO_CONFIG, WsioApi } from '../../../index.js';
import { certificatesFor } from '../../../../stage/certificates.js';
import { lacking } from './testing/lacking.js';
import { startServer } from './testing/web_socket_server.js';
import type { TestServer } from './testing/web_socket_server.js';

/** Milliseconds within which what must come has to come, on a busy machine as well. */
const DEADLINE = 20_000;

describe('a wsio over the native libwebsockets', { skip: lacking() }, () => {
  let server: TestServer | null = null;

  afterEach(async () => {
    await server?.close();
    server = null;
  });

  function create(config: Partial<WSIO_CONFIG>): {
    readonly wsio: WsioApi;
    readonly ws_io: CONCRETE_IO_HANDLE;
  } {
    const wsio = create_wsio({ libwebsockets: createNativeLibwebsockets(), log: () => undefined });
    const all = {
      host: 'localhost',
      port: server?.port ?? 0,
      protocol_name: 'conformance',
      relative_path: '/',
      use_ssl: false,
      trusted_ca: null,
    };
    const ws_io = wsio.wsio_create({ ...all, ...config }, null);
    assert.ok(ws_io !== null);
    return { wsio, ws_io };
  }

  async function pump(
    { wsio, ws_io }: ReturnType<typeof create>,
    what: string,
    came: () => boolean,
  ): Promise<void> {
    const end = performance.now() + DEADLINE;
    while (!came()) {
      assert.ok(performance.now() < end, `waited for ${what}`);
      wsio.wsio_dowork(ws_io);
      await pause(1);
    }
  }

  for (const use_ssl of [false, true]) {
    it(`talks to a server ${use_ssl ? 'over TLS' : 'in plain'}`, async () => {
      const { authority, server: credentials } = await certificatesFor('localhost');
      server = await startServer(use_ssl ? { credentials: credentials.good } : {});
      const made = create({ use_ssl, trusted_ca: authority });
      const { wsio, ws_io } = made;
      const seen: string[] = [];
      const opened = wsio.wsio_open(
        ws_io,
        (_context, result) => seen.push(result),
        (_context, bytes) => seen.push(String(Buffer.from(bytes))),
        () => seen.push('on_io_error'),
        null,
      );
      assert.equal(opened, 0);
      await pump(made, 'IO_OPEN_OK', () => seen.length > 0);
      assert.equal(
        wsio.wsio_send(ws_io, Buffer.from('ping'), 4, (_context, result) => seen.push(result), null),
        0,
      );
      await pump(made, 'the message', () => server?.received.length === 1);
      server.sockets[0]?.send('pong');
      await pump(made, 'the answer', () => seen.includes('pong'));
      assert.deepEqual(seen, ['IO_OPEN_OK', 'IO_SEND_OK', 'pong']);
      wsio.wsio_destroy(ws_io);
      const { connections } = server;
      await pump(made, 'the end at the server', () => connections() === 0);
    });
  }

  it('does not open to a server whose certificate nobody it trusts has signed', async () => {
    const { server: credentials } = await certificatesFor('localhost');
    server = await startServer({ credentials: credentials.good });
    const made = create({ use_ssl: true });
    const results: string[] = [];
    made.wsio.wsio_open(made.ws_io, (_context, result) => results.push(result), null, null, null);
    await pump(made, 'the result', () => results.length > 0);
    assert.deepEqual(results, ['IO_OPEN_ERROR']);
    made.wsio.wsio_destroy(made.ws_io);
  });

  it('fails at once for a host that has no address', () => {
    const made = create({ host: 'no-such-host.invalid' });
    const results: string[] = [];
    const opened = made.wsio.wsio_open(
      made.ws_io,
      (_context, result) => results.push(result),
      null,
      null,
      null,
    );
    assert.notEqual(opened, 0);
    assert.deepEqual(results, []);
    made.wsio.wsio_destroy(made.ws_io);
  });

  it('keeps no process alive, destroyed or not', () => {
    const adapters = new URL('../../../index.js', import.meta.url).href;
    const script = `
      import { createServer } from 'node:http';
      const { create_wsio, createNativeLibwebsockets } = await import(${JSON.stringify(adapters)});
      const server = createServer().listen(0, '127.0.0.1', () => {
        for (const destroys of [true, false]) {
          const wsio = create_wsio({ libwebsockets: createNativeLibwebsockets() });
          const { port } = server.address();
          const config = { host: 'localhost', port, protocol_name: 'p', relative_path: '/', use_ssl: false, trusted_ca: null };
          const ws_io = wsio.wsio_create(config, null);
          if (wsio.wsio_open(ws_io, null, null, null, null) !== 0) throw new Error('wsio_open failed');
          wsio.wsio_dowork(ws_io);
          if (destroys) wsio.wsio_destroy(ws_io);
        }
        server.close();
        server.unref();
        process.stdout.write('opened');
      });`;
    const { status, signal, stdout, stderr } = spawnSync(
      process.execPath,
      ['--input-type=module', '--eval', script],
      { encoding: 'utf8', timeout: 60_000 },
    );
    assert.deepEqual(
      { status, signal, stdout, stderr },
      { status: 0, signal: null, stdout: 'opened', stderr: '' },
    );
  });
});
