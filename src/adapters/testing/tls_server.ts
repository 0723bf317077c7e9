import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:tls';
import type { TLSSocket, TlsOptions } from 'node:tls';
import { certificatesFor } from '../../stage/certificates.js';

/** A TLS server on 127.0.0.1 for one test: its newest connection, and all that came on it. */
export interface TlsServer {
  readonly port: number;
  /** PEM of the authority that signed its certificate. */
  readonly authority: string;
  readonly connections: readonly TLSSocket[];
  readonly received: () => Buffer;
  /** True when the newest connection was ended from the other side with a close_notify. */
  readonly ended: () => boolean;
  readonly rawConnections: readonly Socket[];
  readonly dispose: () => Promise<void>;
}

/** What a server does besides listening. */
export interface ServerSettings {
  /** Its certificate is good for this name, besides `localhost` and 127.0.0.1. */
  readonly hostname?: string;
  readonly tls?: TlsOptions;
  /** Takes over a connection; what is received on it is then not collected. */
  readonly serve?: (socket: TLSSocket) => void;
}

export async function startTlsServer(settings: ServerSettings = {}): Promise<TlsServer> {
  const { hostname = 'localhost', tls = {}, serve } = settings;
  const { authority, server: certificates } = await certificatesFor(hostname);
  const { certificate, privateKey } = certificates.good;
  const connections: TLSSocket[] = [];
  const rawConnections: Socket[] = [];
  const chunks: Buffer[] = [];
  let ended = false;
  const server = createServer({ cert: certificate, key: privateKey, ...tls }, (socket) => {
    connections.push(socket);
    chunks.length = 0;
    ended = false;
    if (serve !== undefined) serve(socket);
    else socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.once('end', () => {
      ended = true;
    });
    socket.on('error', () => socket.destroy());
  });
  server.on('connection', (socket: Socket) => {
    rawConnections.push(socket);
    socket.on('error', () => socket.destroy());
  });
  server.on('tlsClientError', () => {
    // A test looks at the client's side of it.
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    authority,
    connections,
    rawConnections,
    received: () => Buffer.concat(chunks),
    ended: () => ended,
    dispose: async () => {
      for (const socket of [...connections, ...rawConnections]) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
