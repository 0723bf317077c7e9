import type { SOCKET_HANDLE } from '../../../../src/adapters/async_socket/async_socket.js';
import type {
  OVERLAPPED,
  Win32Socket,
  WSABUF,
} from '../../../../src/adapters/async_socket_win32/win32_socket/win32_socket.js';
import { NO_ERROR, SOCKET_ERROR, WSA_IO_PENDING, WSAECONNRESET, WSAENOTSOCK } from '../header.js';
import { MockConnection, type MockOperation } from './mock_connection.js';
import { environmentCalls, ioOf, MockCompletions, MockEvents, MockIo } from './threadpool.js';

/** The number of the only socket there is. */
export const MOCK_SOCKET: SOCKET_HANDLE = 0x70;

/** The calls over a connection in memory: nothing moves but by a call, by the peer, or by `deliver`. */
export class MockWin32 {
  readonly connection = new MockConnection();
  readonly execution_engine = Object.freeze({});
  /** Completions are told when the scenario says so, and not by themselves. */
  readonly queue = new MockCompletions();
  readonly calls: Win32Socket;
  lastError: number = NO_ERROR;
  private readonly events = new MockEvents();
  private io: MockIo | null = null;

  constructor() {
    const pool = Object.freeze({});
    this.calls = {
      execution_engine_win32_get_threadpool: () => pool,
      ...environmentCalls,
      CreateThreadpoolCleanupGroup: () => Object.freeze({}),
      CloseThreadpoolCleanupGroup: () => undefined,
      CreateThreadpoolIo: (socket, callback, context) => {
        if (socket !== MOCK_SOCKET) return null;
        this.io = new MockIo(callback, context);
        return this.io;
      },
      StartThreadpoolIo: (io) => {
        ioOf(io).announced += 1;
      },
      CancelThreadpoolIo: (io) => {
        ioOf(io).announced -= 1;
      },
      WaitForThreadpoolIoCallbacks: (io, cancel) => {
        this.queue.wait(ioOf(io), cancel);
      },
      CloseThreadpoolIo: (io) => {
        ioOf(io).isClosed = true;
      },
      CreateEvent: this.events.create,
      CloseHandle: this.events.close,
      WSASend: (socket, buffers, _count, _sent, _flags, overlapped) =>
        this.start(socket, buffers, overlapped, (operation) => this.connection.send(operation)),
      WSARecv: (socket, buffers, _count, _received, _flags, overlapped) =>
        this.start(socket, buffers, overlapped, (operation) => this.connection.receive(operation)),
      WSAGetLastError: () => this.lastError,
      CancelIoEx: (_socket, overlapped) => this.connection.cancel(overlapped),
    };
  }

  private start(
    socket: SOCKET_HANDLE,
    buffers: readonly WSABUF[],
    overlapped: OVERLAPPED,
    run: (operation: MockOperation) => boolean,
  ): number {
    const { io } = this;
    if (socket !== MOCK_SOCKET || io === null) return this.fail(WSAENOTSOCK);
    if (this.connection.isReset) return this.fail(WSAECONNRESET);
    const isDone = run({
      overlapped,
      buffers: [...buffers],
      complete: (io_result, bytes) => {
        this.queue.add({ io, overlapped, io_result, bytes });
      },
    });
    return isDone ? NO_ERROR : this.fail(WSA_IO_PENDING);
  }

  private fail(error: number): typeof SOCKET_ERROR {
    this.lastError = error;
    return SOCKET_ERROR;
  }
}
