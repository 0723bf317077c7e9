import type { Connector } from '../../../../src/adapters/xio/dependencies.js';
import { systemError, type LineEnd } from '../line/line.js';
import type { Movement } from '../../../../src/stage/under_way.js';
import type { Address, Wire } from '../wire.js';
import { DirectSocket, type DirectSocketHost } from './direct_socket.js';

/** The connections of direct adapters over one wire: those that are closed are forgotten. */
export class DirectConnector {
  private readonly sockets = new Set<DirectSocket>();

  constructor(
    private readonly wire: Wire,
    private readonly host: DirectSocketHost,
  ) {}

  /** Starts a connection, or gives null when the scenario wants none to be started. */
  readonly connect: Connector = (address) => {
    if (this.host.faults.strike('an underlying IO whose open call fails')) return null;
    const socket = this.host.faults.strike('an underlying IO that fails to open')
      ? this.connectionThatFails(address)
      : this.connectionToPeer(address);
    this.sockets.add(socket);
    socket.once('close', () => {
      this.sockets.delete(socket);
    });
    return socket;
  };

  /** Breaks every connection that stands, without the peer's doing. */
  failWhileOpen(): void {
    for (const socket of this.sockets) {
      if (!socket.destroyed) socket.fail(systemError('ETIMEDOUT', 'read'));
    }
  }

  moving(): readonly Movement[] {
    return [...this.sockets].flatMap((socket) => [
      ...(socket.connecting && this.host.settings.plan('open').times > 0
        ? [{ what: 'a connection being made', waitsForAdapter: false }]
        : []),
      ...socket.moving(),
    ]);
  }

  /** Destroys what the adapter left behind; resolves when it is gone. */
  async dispose(): Promise<void> {
    const closed = [...this.sockets].map((socket) => new Promise((resolve) => socket.once('close', resolve)));
    for (const socket of this.sockets) socket.destroy();
    await Promise.all(closed);
  }

  private connectionToPeer(address: Address): DirectSocket {
    const line = this.wire.dial(address, {
      connected: () => {
        socket.establish();
      },
      failed: (error) => {
        if (socket.connecting) socket.fail(error);
      },
    });
    const socket = new DirectSocket(line, this.host);
    return socket;
  }

  private connectionThatFails(address: Address): DirectSocket {
    const socket = new DirectSocket(NO_LINE, this.host);
    setImmediate(() => {
      socket.fail(systemError('EHOSTUNREACH', `connect ${address.host}:${address.port}`));
    });
    return socket;
  }
}

const NO_LINE: LineEnd = {
  write: () => undefined,
  finish: () => undefined,
  reset: () => undefined,
  destroy: () => undefined,
  pause: () => undefined,
  resume: () => undefined,
  attach: () => undefined,
};
