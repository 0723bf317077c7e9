import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { WebSocketServer, type WebSocket } from 'ws';
import { certificatesFor } from '../../stage/certificates.js';
import type { ServerCertificate } from '../../stage/certificates.js';
import type { WSIO_CONFIG } from '../wsio/api.js';

/** A WebSocket server on the loopback interface that sends back what it gets. */
export interface EchoServer {
  readonly config: WSIO_CONFIG;
  readonly sockets: readonly WebSocket[];
  close(): Promise<void>;
}

/** @param certificate Which one it shows over TLS; null: it is plain. */
export async function echoServer(certificate: ServerCertificate | null = null): Promise<EchoServer> {
  const { authority, server: credentials } = await certificatesFor('localhost');
  const server: Server =
    certificate === null
      ? createServer()
      : createSecureServer({
          cert: credentials[certificate].certificate,
          key: credentials[certificate].privateKey,
        });
  server.on('tlsClientError', () => undefined);
  const webSockets = new WebSocketServer({ server, maxPayload: 0 });
  const sockets: WebSocket[] = [];
  webSockets.on('connection', (socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.on('message', (data: Buffer, binary) => {
      socket.send(data, { binary });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    config: {
      host: 'localhost',
      port: typeof address === 'object' && address !== null ? address.port : 0,
      protocol_name: 'echo',
      relative_path: '/echo',
      use_ssl: certificate !== null,
      trusted_ca: certificate === null ? null : authority,
    },
    sockets,
    close: async () => {
      for (const socket of sockets) socket.terminate();
      webSockets.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
