import type { TlsioApi } from '../src/adapters/index.js';
import { answerTo, CHUNK, requestFor, type Client, type Server } from './tls_request.js';

/** Messages that may be with the adapter, not completed, when the next is sent. */
const UNDER_WAY = 8;

/** One use of an adapter: `tlsio_dowork` is called once in each turn of the event loop, as its document wants it. */
class Connection {
  onBytes: (count: number) => void = () => undefined;
  private readonly handle: object;
  private fail: (error: Error) => void = () => undefined;
  private alive = true;

  constructor(
    private readonly api: TlsioApi,
    private readonly server: Server,
  ) {
    const handle = api.tlsio_create({ hostname: '127.0.0.1', port: server.port });
    if (handle === null) throw new Error('tlsio_create returned NULL');
    this.handle = handle;
  }

  async open(): Promise<void> {
    await this.until((resolve, reject) => {
      const { api, handle } = this;
      api.tlsio_setoption(handle, 'TrustedCerts', this.server.authority);
      const result = api.tlsio_open_async(
        handle,
        (_context, opened) => {
          if (opened === 'IO_OPEN_OK') resolve();
          else reject(new Error(opened));
        },
        null,
        (_context, _bytes, size) => {
          this.onBytes(size);
        },
        null,
        () => {
          this.fail(new Error('on_io_error'));
        },
        null,
      );
      if (result !== 0) reject(new Error('tlsio_open_async failed'));
      setImmediate(this.turn);
    });
  }

  send(bytes: Uint8Array, onSent: () => void): void {
    const result = this.api.tlsio_send_async(this.handle, bytes, bytes.length, onSent, null);
    if (result !== 0) this.fail(new Error('tlsio_send_async failed'));
  }

  until(start: (resolve: () => void, reject: (error: Error) => void) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.fail = reject;
      start(resolve, reject);
    });
  }

  destroy(): void {
    this.alive = false;
    this.api.tlsio_destroy(this.handle);
  }

  private readonly turn = (): void => {
    if (!this.alive) return;
    this.api.tlsio_dowork(this.handle);
    setImmediate(this.turn);
  };
}

/** A bundled adapter as a client. */
export function adapterClient(name: string, api: TlsioApi): Client {
  return {
    name,
    transfer: async (server, direction, chunks) => {
      const connection = new Connection(api, server);
      await connection.open();
      const start = performance.now();
      let left = answerTo(direction, chunks);
      let unsent = direction === 'up' ? chunks : 0;
      await connection.until((resolve) => {
        connection.onBytes = (count) => {
          left -= count;
          if (left <= 0) resolve();
        };
        const next = (): void => {
          if (unsent === 0) return;
          unsent -= 1;
          connection.send(CHUNK, next);
        };
        connection.send(requestFor(direction, chunks), () => undefined);
        for (let count = 0; count < UNDER_WAY; count += 1) next();
      });
      const took = performance.now() - start;
      connection.destroy();
      return took;
    },
    handshake: async (server) => {
      const connection = new Connection(api, server);
      await connection.open();
      connection.destroy();
    },
  };
}
