import { once } from 'node:events';
import { connect, type TLSSocket } from 'node:tls';
import { answerTo, CHUNK, requestFor, type Client, type Server } from './tls_request.js';

async function opened({ port, authority }: Server): Promise<TLSSocket> {
  const socket = connect({ host: '127.0.0.1', port, ca: authority });
  socket.setNoDelay(true);
  await once(socket, 'secureConnect');
  return socket;
}

/** node:tls as its manual has it: writes until it is told to wait for `drain`. */
export const bareClient: Client = {
  name: 'bare node:tls',
  transfer: async (server, direction, chunks) => {
    const socket = await opened(server);
    const start = performance.now();
    let left = answerTo(direction, chunks);
    const answered = new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.on('data', (bytes: Buffer) => {
        left -= bytes.length;
        if (left <= 0) resolve();
      });
    });
    socket.write(requestFor(direction, chunks));
    for (let count = 0; direction === 'up' && count < chunks; count += 1) {
      if (!socket.write(CHUNK)) await once(socket, 'drain');
    }
    await answered;
    const took = performance.now() - start;
    socket.destroy();
    return took;
  },
  handshake: async (server) => {
    (await opened(server)).destroy();
  },
};
