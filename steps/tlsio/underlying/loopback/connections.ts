import type { Socket } from 'node:net';
import { bytes } from '../../../../src/stage/recorder.js';
import type { Movement } from '../../../../src/stage/under_way.js';

/** One end of a TCP connection of this process, and what it noticed of the other. */
class SocketEnd {
  /** True once it heard that the other end is gone or sends no more, or is closed itself. */
  informed = false;
  closed = false;
  /** The port on the adapter's side, by which the two ends of a connection are matched; known once it stands. */
  port: number | undefined;

  constructor(
    readonly socket: Socket,
    /** Whether this end reads: one that doesn't learns nothing, for as long as it doesn't. */
    readonly isReading: () => boolean,
  ) {
    socket.once('end', () => {
      this.informed = true;
    });
    socket.once('close', () => {
      this.informed = true;
      this.closed = true;
    });
  }

  /** True when this end sends no more, so that the other one has an end to hear of. */
  get hasLeft(): boolean {
    return this.socket.destroyed || this.socket.writableEnded;
  }
}

/**
 * The TCP connections of one loopback, both of whose ends are in this process: what one end has written and the other
 * not read is on its way, whatever the kernel does with it.
 */
export class Connections {
  private near: readonly SocketEnd[] = [];
  private far: readonly SocketEnd[] = [];

  /** An end on the adapter's side that begins to connect. */
  addNear(socket: Socket): void {
    this.forgetClosed();
    const end = new SocketEnd(socket, () => socket.readableFlowing === true);
    this.near = [...this.near, end];
    socket.once('connect', () => {
      end.port = socket.localPort;
    });
  }

  /** An end that the peer accepted, with the question whether the peer reads from it. */
  addFar(socket: Socket, isReading: () => boolean): void {
    const end = new SocketEnd(socket, isReading);
    end.port = socket.remotePort;
    this.far = [...this.far, end];
  }

  moving(): readonly Movement[] {
    const left = new Set(this.far);
    const connecting: Movement[] = [];
    const pairs: Movement[] = [];
    for (const near of this.near) {
      const far = this.farOf(near);
      if (far !== undefined) {
        left.delete(far);
        pairs.push(...between(near, far));
      } else if (near.socket.connecting) {
        connecting.push({ what: 'a connection being made', waitsForAdapter: false });
      } else if (!near.closed) {
        connecting.push({ what: 'a connection that the peer has not accepted', waitsForAdapter: false });
      }
    }
    // An end at the peer without another: the adapter gave the connection up before it heard that it stands.
    const orphans = [...left].filter((far) => !far.informed && far.isReading());
    return [
      ...connecting,
      ...pairs,
      ...orphans.map(() => ({
        what: 'the end of a connection on the way to the peer',
        waitsForAdapter: false,
      })),
    ];
  }

  async destroyAll(): Promise<void> {
    const sockets = [...this.near, ...this.far].filter((end) => !end.closed).map((end) => end.socket);
    const closed = sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve)));
    for (const socket of sockets) socket.destroy();
    await Promise.all(closed);
  }

  /** Connections that are closed at both ends; an end alone may still get its other one. */
  private forgetClosed(): void {
    const over = new Set(
      this.near.flatMap((near) => {
        const far = this.farOf(near);
        return near.closed && far?.closed === true ? [near, far] : [];
      }),
    );
    this.near = this.near.filter((end) => !over.has(end));
    this.far = this.far.filter((end) => !over.has(end));
  }

  private farOf(near: SocketEnd): SocketEnd | undefined {
    return this.far.find(({ port }) => port !== undefined && port === near.port);
  }
}

function between(near: SocketEnd, far: SocketEnd): Movement[] {
  const all: Movement[] = [];
  const outward = near.socket.bytesWritten - far.socket.bytesRead;
  if (!far.informed && far.isReading()) {
    if (outward > 0) all.push({ what: `${bytes(outward)} on the way to the peer`, waitsForAdapter: false });
    if (near.hasLeft) all.push({ what: 'an end on the way to the peer', waitsForAdapter: false });
  }
  const inward = far.socket.bytesWritten - near.socket.bytesRead;
  if (!near.informed) {
    const waitsForAdapter = !near.isReading();
    if (inward > 0) all.push({ what: `${bytes(inward)} on the way to the adapter`, waitsForAdapter });
    if (far.hasLeft) all.push({ what: 'an end on the way to the adapter', waitsForAdapter });
  }
  for (const { socket, closed } of [near, far]) {
    if (socket.destroyed && !closed) all.push({ what: 'a socket being closed', waitsForAdapter: false });
  }
  return all;
}
