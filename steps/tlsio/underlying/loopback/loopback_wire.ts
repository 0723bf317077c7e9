import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { ArmedFaults } from '../armed_faults.js';
import { createLineIo } from '../line/line_io.js';
import { diallingLine, socketLine } from '../line/socket_line.js';
import type { TlsServerPeer } from '../peer/tls_server_peer.js';
import type { Address, Wire } from '../wire.js';
import { Connections } from './connections.js';

const LOCAL_HOST = '127.0.0.1';

/** TCP on 127.0.0.1 to a server of this process; whatever host is asked for, it is the one that answers. */
export async function createLoopbackWire(peer: TlsServerPeer, faults: ArmedFaults): Promise<Wire> {
  const connections = new Connections();
  let disposed = false;
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    if (disposed) {
      socket.destroy();
      return;
    }
    const connection = peer.accept(socketLine(socket));
    connections.addFar(socket, () => connection.isReading);
  });
  const port = await listen(server);
  const deafPort = await portNobodyListensOn();

  const open = (address: Address): Socket => {
    peer.askedFor(address);
    const refused = faults.strike('a refused connection');
    const socket = connect({ host: LOCAL_HOST, port: refused ? deafPort : address.port, noDelay: true });
    connections.addNear(socket);
    return socket;
  };
  const dial: Wire['dial'] = (address, listener) => diallingLine(open(address), listener);
  const xio = createLineIo(dial);

  return {
    port,
    dial,
    io: xio.io,
    moving: () => [...connections.moving(), ...xio.moving()],
    dispose: async () => {
      disposed = true;
      const closed = new Promise<void>((resolve) =>
        server.close(() => {
          resolve();
        }),
      );
      await connections.destroyAll();
      await closed;
    },
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: LOCAL_HOST, port: 0 }, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** A port that was free a moment ago: a connection to it is refused. */
async function portNobodyListensOn(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}
