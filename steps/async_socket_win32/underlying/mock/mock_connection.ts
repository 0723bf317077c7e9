import type {
  OVERLAPPED,
  WSABUF,
} from '../../../../src/adapters/async_socket_win32/win32_socket/win32_socket.js';
import { ERROR_NETNAME_DELETED, ERROR_OPERATION_ABORTED, NO_ERROR } from '../header.js';

/** An operation in the hands of the script. */
export interface MockOperation {
  readonly overlapped: OVERLAPPED;
  readonly buffers: readonly WSABUF[];
  readonly complete: (io_result: number, bytes: number) => void;
}

/** A connection that exists in a script only: what was sent, what has come, and who waits. */
export class MockConnection {
  sent = Buffer.alloc(0);
  isPaused = false;
  isReset = false;
  private incoming = Buffer.alloc(0);
  private hasEnded = false;
  private readonly sends: MockOperation[] = [];
  private readonly receives: MockOperation[] = [];

  send(operation: MockOperation): boolean {
    this.sends.push(operation);
    this.move();
    return !this.sends.includes(operation);
  }

  receive(operation: MockOperation): boolean {
    this.receives.push(operation);
    this.move();
    return !this.receives.includes(operation);
  }

  cancel(overlapped: OVERLAPPED): boolean {
    for (const list of [this.sends, this.receives]) {
      const at = list.findIndex((one) => one.overlapped === overlapped);
      const [operation] = at === -1 ? [] : list.splice(at, 1);
      if (operation === undefined) continue;
      operation.complete(ERROR_OPERATION_ABORTED, 0);
      return true;
    }
    return false;
  }

  deliver(bytes: Uint8Array): void {
    this.incoming = Buffer.concat([this.incoming, bytes]);
    this.move();
  }

  end(): void {
    this.hasEnded = true;
    this.move();
  }

  reset(): void {
    this.isReset = true;
    for (const { complete } of [...this.sends.splice(0), ...this.receives.splice(0)])
      complete(ERROR_NETNAME_DELETED, 0);
  }

  pause(): void {
    this.isPaused = true;
  }

  resume(): void {
    this.isPaused = false;
    this.move();
  }

  private move(): void {
    while (!this.isPaused) {
      const operation = this.sends.shift();
      if (operation === undefined) break;
      const before = this.sent.length;
      this.sent = Buffer.concat([
        this.sent,
        ...operation.buffers.map(({ buf, len }) => buf.subarray(0, len)),
      ]);
      operation.complete(NO_ERROR, this.sent.length - before);
    }
    while (this.incoming.length > 0 || this.hasEnded) {
      const operation = this.receives.shift();
      if (operation === undefined) break;
      const before = this.incoming.length;
      for (const { buf, len } of operation.buffers) {
        buf.set(this.incoming.subarray(0, len));
        this.incoming = this.incoming.subarray(len);
      }
      operation.complete(NO_ERROR, before - this.incoming.length);
    }
  }
}
