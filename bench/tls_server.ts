// A TLS server in a process of its own: receives its certificate, tells its port, serves as each connection asks.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type TLSSocket } from 'node:tls';
import { CHUNK, REQUEST_SIZE } from './tls_request.js';

async function serve(socket: TLSSocket): Promise<void> {
  let request = Buffer.alloc(0);
  let left = 0;
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    if (request.length < REQUEST_SIZE) {
      request = Buffer.concat([request, chunk]);
      if (request.length < REQUEST_SIZE) continue;
      left = request.readUInt32BE(1) * CHUNK.length;
      if (request.toString('latin1', 0, 1) === 'D') await send(socket, left / CHUNK.length);
      else left -= request.length - REQUEST_SIZE;
    } else left -= chunk.length;
    if (left === 0) socket.write('.');
  }
}

async function send(socket: TLSSocket, chunks: number): Promise<void> {
  for (let count = 0; count < chunks; count += 1) if (!socket.write(CHUNK)) await once(socket, 'drain');
}

const [{ cert, key }] = (await once(process, 'message')) as [{ cert: string; key: string }];
const server = createServer({ cert, key, noDelay: true }, (socket) => {
  socket.on('error', () => socket.destroy());
  serve(socket).catch(() => socket.destroy());
});
server.on('tlsClientError', () => undefined);
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit());
