import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Movement } from '../../../src/stage/under_way.js';
import type { ObservedIos } from './observed_ios.js';
import type { Win32Peer } from './underlying.js';

/** A real far end: a TCP server on this machine, and the one connection it takes. */
export class SocketPeer implements Win32Peer {
  /** Bytes of {@link received}. */
  bytesRead = 0;
  private readonly chunks: Buffer[] = [];
  private sent = 0;
  private hasEnded = false;
  private isReset = false;
  private isPaused = false;

  private constructor(
    private readonly server: Server,
    private readonly socket: Socket,
  ) {
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      this.chunks.push(chunk);
      this.bytesRead += chunk.length;
    });
  }

  /** @param connect Connects to a port of this machine. */
  static async accept<Near>(connect: (port: number) => Near): Promise<readonly [SocketPeer, Near]> {
    const server = createServer({ allowHalfOpen: true });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const accepted = once(server, 'connection') as Promise<[Socket]>;
    const near = connect((server.address() as AddressInfo).port);
    const [socket] = await accepted;
    return [new SocketPeer(server, socket), near];
  }

  get received(): Buffer {
    return Buffer.concat(this.chunks);
  }

  deliver(bytes: Uint8Array): void {
    this.sent += bytes.length;
    this.socket.write(bytes);
  }

  end(): void {
    this.hasEnded = true;
    this.socket.end();
  }

  reset(): void {
    this.isReset = true;
    this.socket.resetAndDestroy();
  }

  pause(): void {
    this.isPaused = true;
    this.socket.pause();
  }

  resume(): void {
    this.isPaused = false;
    this.socket.resume();
  }

  /** What the connection still has to bring, as both ends tell it. */
  moving({ started }: ObservedIos): readonly Movement[] {
    const bytes = (operation: 'send' | 'receive'): number =>
      started
        .filter((one) => one.operation === operation)
        .reduce((sum, { transferred }) => sum + (transferred ?? 0), 0);
    const waits = (operation: 'send' | 'receive'): boolean =>
      started.some((one) => one.operation === operation && one.transferred === null);
    const isOver = this.hasEnded || this.isReset;
    const what = [
      ...(waits('receive') && (this.sent > bytes('receive') || isOver) ? ['a receive'] : []),
      ...(waits('send') && (!this.isPaused || this.isReset) ? ['a send'] : []),
      ...(!this.isPaused && !this.isReset && this.bytesRead < bytes('send') ? ['bytes to the peer'] : []),
    ];
    return what.map((one) => ({ what: one, waitsForAdapter: false }));
  }

  async dispose(): Promise<void> {
    this.socket.destroy();
    const closed = once(this.server, 'close');
    this.server.close();
    await closed;
  }
}
