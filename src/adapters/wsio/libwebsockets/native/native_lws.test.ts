import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { lacking } from './testing/lacking.js';
import { Client } from './testing/client.js';
import { startServer } from './testing/web_socket_server.js';
import type { TestServer } from './testing/web_socket_server.js';

const ESTABLISHED = 'LWS_CALLBACK_CLIENT_ESTABLISHED';
const CLOSED = 'LWS_CALLBACK_CLOSED';
const WRITEABLE = 'LWS_CALLBACK_CLIENT_WRITEABLE';
const RECEIVE = 'LWS_CALLBACK_CLIENT_RECEIVE';
const CONNECTION_ERROR = 'LWS_CALLBACK_CLIENT_CONNECTION_ERROR';

/** A payload with the padding that belongs to the library around it. */
function padded(payload: Uint8Array): Uint8Array {
  const memory = new Uint8Array(16 + payload.length + 4);
  memory.set(payload, 16);
  return memory.subarray(16);
}

function descriptors(): number {
  return readdirSync('/proc/self/fd').length;
}

describe('the native libwebsockets', { skip: lacking() }, () => {
  let server: TestServer;
  let client: Client;

  beforeEach(async () => {
    server = await startServer();
    client = new Client();
  });

  afterEach(async () => {
    client.library.lws_context_destroy(client.context);
    await server.close();
  });

  /** Connects, and writes a message when it is asked to. */
  async function connected(): Promise<void> {
    assert.notEqual(client.connect(server.port), null);
    await client.untilTold(ESTABLISHED);
  }

  function sendWhenWriteable(payload: Uint8Array): number[] {
    const written: number[] = [];
    client.onTold = ({ reason, wsi }) => {
      if (reason === WRITEABLE)
        written.push(client.library.lws_write(wsi, padded(payload), payload.length, 'LWS_WRITE_BINARY'));
      return 0;
    };
    assert.ok(client.library.lws_callback_on_writable(client.wsi ?? {}) >= 0);
    return written;
  }

  it('asks the server for what lws_client_connect was given', async () => {
    await connected();
    assert.deepEqual(server.asked, [
      { path: '/a/path?q=1', host: 'localhost', origin: 'localhost', protocol: 'conformance' },
    ]);
  });

  it('tells of one connection, whose context and user it knows', async () => {
    await connected();
    const { library, told, context } = client;
    assert.equal(told.at(-1)?.wsi, client.wsi);
    assert.equal(library.lws_get_context(client.wsi ?? {}), context);
    assert.equal(library.lws_context_user(context), client);
    assert.equal(library.lws_client_connect.callCount, 1);
  });

  it('tells nothing outside of a service', async () => {
    client.connect(server.port);
    const before = client.told.length;
    await new Promise((resolve) => setTimeout(resolve, 0));
    assert.equal(client.told.length, before);
  });

  for (const size of [1, 125, 126, 65_535, 65_536, 8 * 1024 * 1024]) {
    it(`writes a binary message of ${size} bytes`, async () => {
      await connected();
      const payload = Buffer.alloc(size, 'abcdefg');
      const written = sendWhenWriteable(payload);
      await client.until('the message', () => server.received.length > 0);
      assert.deepEqual(written, [size]);
      assert.equal(server.received[0]?.binary, true);
      assert.ok(server.received[0].bytes.equals(payload));
    });
  }

  it('writes nothing outside of a writeable event', async () => {
    await connected();
    assert.equal(client.library.lws_write(client.wsi ?? {}, padded(Buffer.of(1)), 1, 'LWS_WRITE_BINARY'), -1);
  });

  it('is told all bytes of a message, in as many pieces as the library likes', async () => {
    await connected();
    const payload = Buffer.alloc(100_000, '0123456789');
    server.sockets[0]?.send(payload);
    const pieces = (): Buffer[] =>
      client.told.filter(({ reason }) => reason === RECEIVE).map(({ bytes }) => bytes ?? Buffer.of());
    await client.until('the message', () => Buffer.concat(pieces()).length >= payload.length);
    assert.ok(Buffer.concat(pieces()).equals(payload));
  });

  it('tells that the peer has closed', async () => {
    await connected();
    server.sockets[0]?.close(1000);
    await client.untilTold(CLOSED);
    assert.equal(client.library.lws_callback_on_writable(client.wsi ?? {}), -1);
  });

  it('tells that nobody listens', async () => {
    const { port } = server;
    await server.close();
    const wsi = client.connect(port);
    if (wsi !== null) await client.untilTold(CONNECTION_ERROR);
    assert.equal(client.has(ESTABLISHED), false);
    assert.equal(client.has(CONNECTION_ERROR), true);
  });

  it('tells that the server refuses', async () => {
    await server.close();
    server = await startServer({ refuse: true });
    client.connect(server.port);
    const { bytes } = await client.untilTold(CONNECTION_ERROR);
    assert.match(String(bytes), /\w/);
  });

  it('ends a connection whose callback does not return 0', async () => {
    client.onTold = ({ reason }) => (reason === ESTABLISHED ? 1 : 0);
    client.connect(server.port);
    await client.until(
      'the end at the server',
      () => server.asked.length === 1 && server.connections() === 0,
    );
  });

  it('throws from lws_service what a callback throws', async () => {
    client.onTold = ({ reason }) => {
      if (reason === ESTABLISHED) throw new Error('from the callback');
      return 0;
    };
    client.connect(server.port);
    await assert.rejects(
      client.until('an error', () => false),
      /from the callback/,
    );
  });

  for (const reason of [ESTABLISHED, WRITEABLE, RECEIVE, CLOSED] as const) {
    it(`can be destroyed inside ${reason}`, async () => {
      client.onTold = (told) => {
        if (told.reason === ESTABLISHED) client.library.lws_callback_on_writable(told.wsi);
        if (told.reason === reason) client.library.lws_context_destroy(client.context);
        return 0;
      };
      client.connect(server.port);
      await client.until('the server', () => server.sockets.length === 1);
      if (reason === RECEIVE) server.sockets[0]?.send('x');
      if (reason === CLOSED) server.sockets[0]?.close();
      await client.until(reason, () => client.has(reason));
      assert.equal(client.told.at(-1)?.reason, reason);
      assert.equal(client.library.lws_service(client.context, 0), -1);
      await client.until('the end at the server', () => server.connections() === 0);
      assert.equal(client.told.at(-1)?.reason, reason);
    });
  }

  it('makes a context inside a callback of another, which serves as any other', async () => {
    let inner: Client | null = null;
    client.onTold = ({ reason }) => {
      if (reason === ESTABLISHED) inner = new Client();
      return 0;
    };
    await connected();
    const made = await new Promise<Client>((resolve, reject) => {
      if (inner === null) reject(new Error('no context was made'));
      else resolve(inner);
    });
    try {
      assert.notEqual(made.connect(server.port), null);
      await made.untilTold(ESTABLISHED);
      server.sockets[1]?.send('to the second');
      assert.equal(String((await made.untilTold(RECEIVE)).bytes), 'to the second');
      assert.equal(client.has(RECEIVE), false);
    } finally {
      made.library.lws_context_destroy(made.context);
    }
  });

  it('ends the connection when its context is destroyed', async () => {
    await connected();
    client.library.lws_context_destroy(client.context);
    client.library.lws_context_destroy(client.context);
    assert.equal(client.library.lws_callback_on_writable(client.wsi ?? {}), -1);
    assert.equal(client.connect(server.port), null);
    await client.until('the end at the server', () => server.connections() === 0);
  });

  it('goes round a proxy that the environment names', async () => {
    process.env.http_proxy = 'http://127.0.0.1:9';
    try {
      client.library.lws_context_destroy(client.context);
      client = new Client();
      await connected();
    } finally {
      delete process.env.http_proxy;
    }
  });

  it('makes no context that asks for what it does not pass on', () => {
    assert.throws(() => new Client({ ssl_ca_filepath: '/dev/null' }), /lws_create_context failed/);
  });

  it('leaves no descriptor open', async () => {
    await connected();
    client.library.lws_context_destroy(client.context);
    await client.until('the end at the server', () => server.connections() === 0);
    const before = descriptors();
    for (let round = 0; round < 20; round += 1) {
      client = new Client();
      await connected();
      client.library.lws_context_destroy(client.context);
      await client.until('the end at the server', () => server.connections() === 0);
    }
    assert.equal(descriptors(), before);
  });
});
