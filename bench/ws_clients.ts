import { once } from 'node:events';
import { WebSocket } from 'ws';
import { wsio } from '../src/adapters/index.js';

/** The sub-protocol of the bench. */
export const WS_PROTOCOL = 'bench';

/** Bytes of messages that may be under way; at least one message is. */
const UNDER_WAY = 1024 * 1024;

/** Sends messages of one size to a server; returns the milliseconds until its answer that it has them all. */
export interface WsClient {
  readonly name: string;
  readonly send: (port: number, message: Uint8Array, count: number) => Promise<number>;
}

/** What the server is told first: the bytes to come. */
function announcement(bytes: number): Buffer {
  const told = Buffer.alloc(8);
  told.writeDoubleBE(bytes);
  return told;
}

/** `ws` as its manual has it: sends until enough is under way, and goes on when that has gone. */
export const bareWs: WsClient = {
  name: 'bare ws',
  send: async (port, message, count) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/`, WS_PROTOCOL, { perMessageDeflate: false });
    await once(socket, 'open');
    const start = performance.now();
    const answered = once(socket, 'message');
    socket.send(announcement(message.length * count));
    let left = count;
    let underWay = 0;
    const sent = (): void => {
      underWay -= message.length;
      next();
    };
    const next = (): void => {
      while (left > 0 && (underWay === 0 || underWay + message.length <= UNDER_WAY)) {
        left -= 1;
        underWay += message.length;
        socket.send(message, sent);
      }
    };
    next();
    await answered;
    const took = performance.now() - start;
    socket.terminate();
    return took;
  },
};

/** The bundled wsio over its default libwebsockets; `wsio_dowork` is called once in each turn of the event loop. */
export const wsioClient: WsClient = {
  name: 'wsio',
  send: async (port, message, count) => {
    const handle = wsio.wsio_create(
      {
        host: '127.0.0.1',
        port,
        protocol_name: WS_PROTOCOL,
        relative_path: '/',
        use_ssl: false,
        trusted_ca: null,
      },
      null,
    );
    let start = 0;
    let end = 0;
    let left = count;
    let underWay = 0;
    const sent = (): void => {
      underWay -= message.length;
    };
    const next = (): void => {
      while (left > 0 && (underWay === 0 || underWay + message.length <= UNDER_WAY)) {
        left -= 1;
        underWay += message.length;
        wsio.wsio_send(handle, message, message.length, sent, null);
      }
    };
    wsio.wsio_open(
      handle,
      () => {
        start = performance.now();
        const told = announcement(message.length * count);
        wsio.wsio_send(handle, told, told.length, null, null);
      },
      () => {
        end = performance.now();
      },
      () => {
        throw new Error('on_io_error');
      },
      null,
    );
    while (end === 0) {
      if (start > 0) next();
      wsio.wsio_dowork(handle);
      await new Promise((resolve) => setImmediate(resolve));
    }
    wsio.wsio_destroy(handle);
    return end - start;
  },
};
