import type { SOCKET_HANDLE } from '../../../../src/adapters/async_socket/async_socket.js';
import {
  CompletionQueue,
  ThreadpoolIo,
  ioOf,
} from '../../../../src/adapters/async_socket_win32/win32_socket/completions.js';
import {
  environmentCalls,
  ModelCleanupGroup,
  ModelEvents,
  ModelPool,
} from '../../../../src/adapters/async_socket_win32/win32_socket/threadpool.js';
import {
  NO_ERROR,
  SOCKET_ERROR,
  WIN32_ERROR,
  WSA_IO_PENDING,
  type OVERLAPPED,
  type Win32Socket,
  type WSABUF,
} from '../../../../src/adapters/async_socket_win32/win32_socket/win32_socket.js';
import { MockConnection, type MockOperation } from './mock_connection.js';

/** The number of the only socket there is. */
export const MOCK_SOCKET: SOCKET_HANDLE = 0x70;

/** The calls over a connection in memory: nothing moves but by a call, by the peer, or by `deliver`. */
export class MockWin32 {
  readonly connection = new MockConnection();
  readonly execution_engine = Object.freeze({});
  /** Completions are told when the scenario says so, and not by themselves. */
  readonly queue = new CompletionQueue(() => undefined);
  readonly calls: Win32Socket;
  lastError: number = NO_ERROR;
  private readonly events = new ModelEvents();
  private io: ThreadpoolIo | null = null;

  constructor() {
    const pool = new ModelPool();
    this.calls = {
      execution_engine_win32_get_threadpool: () => pool,
      InitializeThreadpoolEnvironment: environmentCalls.InitializeThreadpoolEnvironment,
      SetThreadpoolCallbackPool: environmentCalls.SetThreadpoolCallbackPool,
      SetThreadpoolCallbackCleanupGroup: environmentCalls.SetThreadpoolCallbackCleanupGroup,
      DestroyThreadpoolEnvironment: environmentCalls.DestroyThreadpoolEnvironment,
      CreateThreadpoolCleanupGroup: () => new ModelCleanupGroup(),
      CloseThreadpoolCleanupGroup: () => undefined,
      CreateThreadpoolIo: (socket, callback, context) => {
        if (socket !== MOCK_SOCKET) return null;
        this.io = new ThreadpoolIo(socket, callback, context);
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
    if (socket !== MOCK_SOCKET || io === null) return this.fail(WIN32_ERROR.WSAENOTSOCK);
    if (this.connection.isReset) return this.fail(WIN32_ERROR.WSAECONNRESET);
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
