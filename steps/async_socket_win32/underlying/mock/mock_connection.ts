import {
  gather,
  lengthOf,
  scatter,
} from '../../../../src/adapters/async_socket_win32/win32_socket/memory.js';
import {
  NO_ERROR,
  WIN32_ERROR,
  type OVERLAPPED,
  type WSABUF,
} from '../../../../src/adapters/async_socket_win32/win32_socket/win32_socket.js';

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
      operation.complete(WIN32_ERROR.ERROR_OPERATION_ABORTED, 0);
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
      complete(WIN32_ERROR.ERROR_NETNAME_DELETED, 0);
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
      this.sent = Buffer.concat([this.sent, gather(operation.buffers)]);
      operation.complete(NO_ERROR, lengthOf(operation.buffers));
    }
    while (this.incoming.length > 0 || this.hasEnded) {
      const operation = this.receives.shift();
      if (operation === undefined) break;
      const bytes = this.incoming.subarray(0, lengthOf(operation.buffers));
      this.incoming = this.incoming.subarray(bytes.length);
      scatter(bytes, operation.buffers);
      operation.complete(NO_ERROR, bytes.length);
    }
  }
}
