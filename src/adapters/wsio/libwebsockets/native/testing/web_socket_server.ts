import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import type { Credentials } from '../../../../../stage/certificates.js';

/** A WebSocket server of the `ws` package on the loopback interface. */
export interface TestServer {
  readonly port: number;
  /** What it was asked for, by the names of the headers; the target is `path`. */
  readonly asked: Record<string, string | undefined>[];
  readonly sockets: WebSocket[];
  readonly received: { readonly bytes: Buffer; readonly binary: boolean }[];
  /** TCP connections that stand. */
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

/** Listens, with TLS when it is given a certificate; `refuse` answers every handshake with 403. */
export async function startServer(
  options: { readonly credentials?: Credentials; readonly refuse?: boolean } = {},
): Promise<TestServer> {
  const { credentials, refuse = false } = options;
  const server =
    credentials === undefined
      ? createServer()
      : createSecureServer({ cert: credentials.certificate, key: credentials.privateKey });
  const webSockets = new WebSocketServer({ server, maxPayload: 0, verifyClient: () => !refuse });
  const standing = new Set<Socket>();
  const asked: Record<string, string | undefined>[] = [];
  const sockets: WebSocket[] = [];
  const received: { readonly bytes: Buffer; readonly binary: boolean }[] = [];
  server.on('tlsClientError', () => undefined);
  server.on('connection', (socket: Socket) => {
    standing.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => standing.delete(socket));
  });
  webSockets.on('connection', (socket, { url, headers }) => {
    const { host, origin } = headers;
    asked.push({ path: url, host, origin, protocol: headers['sec-websocket-protocol'] });
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.on('message', (bytes: Buffer, binary) => {
      received.push({ bytes, binary });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    sockets,
    received,
    connections: () => standing.size,
    close: async () => {
      webSockets.close();
      for (const socket of standing) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
