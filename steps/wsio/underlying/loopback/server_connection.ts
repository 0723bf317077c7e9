import type { Duplex } from 'node:stream';
import { WebSocket } from 'ws';
import type { Recorder } from '../../../../src/stage/recorder.js';
import { bytes } from '../../../../src/stage/recorder.js';
import type { Arrived } from '../peer.js';

/** One connection as the server has it. */
export class ServerConnection {
  /** Messages that arrived here, and messages that were sent. */
  arrived = 0;
  sent = 0;
  /** True once it has ended its side, or the other side's end was heard of. */
  ended = false;
  closed = false;

  constructor(
    private readonly socket: WebSocket,
    private readonly stream: Duplex,
    recorder: Recorder,
    onMessage: (message: Arrived) => void,
  ) {
    socket.on('message', (data: Buffer, binary) => {
      this.arrived += 1;
      onMessage({ bytes: data, binary });
    });
    // What it can't make sense of ends the connection; that is told by its close.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.closed = true;
      recorder.peer('end of the connection', '');
    });
    socket.on('ping', () => {
      recorder.peer('ping', '');
    });
    socket.on('pong', (data) => {
      recorder.peer('pong', bytes(data.length));
    });
  }

  send(message: Uint8Array): void {
    this.sent += 1;
    this.socket.send(message, { binary: true });
  }

  sendInFragments(parts: readonly Uint8Array[]): void {
    this.sent += 1;
    parts.forEach((part, index) => {
      this.socket.send(part, { binary: true, fin: index === parts.length - 1 });
      this.socket.ping();
    });
  }

  /** A frame with a reserved bit that no extension has claimed. */
  violate(): void {
    this.ended = true;
    this.stream.write(Buffer.from([0xf2, 0x01, 0x00]));
  }

  close(): void {
    this.ended = true;
    this.socket.close(1000);
  }

  drop(): void {
    this.ended = true;
    this.socket.terminate();
  }
}
