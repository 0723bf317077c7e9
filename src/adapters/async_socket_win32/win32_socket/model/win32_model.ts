import type { Socket } from 'node:net';
import type { EXECUTION_ENGINE_HANDLE, SOCKET_HANDLE } from '../../../async_socket/async_socket.js';
import { CompletionQueue, ThreadpoolIo, ioOf, Win32MisuseError } from '../completions.js';
import {
  environmentCalls,
  groupOf,
  ModelCleanupGroup,
  ModelEvents,
  ModelPool,
  requireInitialized,
} from '../threadpool.js';
import {
  NO_ERROR,
  SOCKET_ERROR,
  WIN32_ERROR,
  WSA_IO_PENDING,
  type OVERLAPPED,
  type Win32Socket,
  type WSABUF,
} from '../win32_socket.js';
import { ModelSocket, type Operation } from './model_socket.js';

/** A model of the thread pool's IO, and the sockets in it. */
export interface Win32Model {
  readonly calls: Win32Socket;
  /** Gives a connected stream a socket's number. It stays its owner's, who ends it after `closesocket`. */
  readonly socket: (stream: Socket) => SOCKET_HANDLE;
  /** Forgets a number that `socket` has given. */
  readonly closesocket: (socket: SOCKET_HANDLE) => void;
  /** An execution engine with a pool of its own. */
  readonly execution_engine_create: () => EXECUTION_ENGINE_HANDLE;
  /** Operations that have completed and that nobody has been told of. */
  readonly due: () => number;
}

const FIRST_HANDLE = 0x100;

/**
 * Models the thread pool's IO and overlapped sends and receives over connections of Node.js, on every system. What Windows
 * leaves undefined throws a `Win32MisuseError` here.
 */
export function create_win32_model(): Win32Model {
  const sockets = new Map<SOCKET_HANDLE, ModelSocket>();
  const bound = new Map<SOCKET_HANDLE, ThreadpoolIo>();
  const groups = new Map<ThreadpoolIo, ModelCleanupGroup>();
  const engines = new WeakMap<EXECUTION_ENGINE_HANDLE, ModelPool>();
  const events = new ModelEvents();
  const queue = new CompletionQueue(setImmediate);
  let lastError: number = NO_ERROR;
  let nextHandle = FIRST_HANDLE;

  const fail = (error: number): typeof SOCKET_ERROR => {
    lastError = error;
    return SOCKET_ERROR;
  };

  const start = (
    handle: SOCKET_HANDLE,
    buffers: readonly WSABUF[],
    count: number,
    overlapped: OVERLAPPED,
    run: (socket: ModelSocket, operation: Operation) => boolean,
  ): number => {
    const socket = sockets.get(handle);
    const io = bound.get(handle);
    if (socket === undefined) return fail(WIN32_ERROR.WSAENOTSOCK);
    if (socket.defect !== NO_ERROR) return fail(socket.defect);
    if (io === undefined)
      throw new Win32MisuseError('an overlapped call on a socket without a threadpool IO');
    const complete = (io_result: number, bytes: number): void => {
      queue.add({ io, overlapped, io_result, bytes });
    };
    const isDone = run(socket, { overlapped, buffers: buffers.slice(0, count), complete });
    return isDone ? NO_ERROR : fail(WSA_IO_PENDING);
  };

  const calls: Win32Socket = {
    ...environmentCalls,
    execution_engine_win32_get_threadpool: (engine) => engines.get(engine) ?? null,
    CreateThreadpoolCleanupGroup: () => new ModelCleanupGroup(),
    CloseThreadpoolCleanupGroup: (cleanup_group) => {
      const group = groupOf(cleanup_group);
      if (group === null || group.isClosed) throw new Win32MisuseError('this is no open cleanup group');
      if (group.members > 0) throw new Win32MisuseError('the cleanup group still has members');
      group.isClosed = true;
    },
    CreateThreadpoolIo: (socket, callback, context, environment) => {
      const { CleanupGroup } = requireInitialized(environment);
      if (!sockets.has(socket) || bound.has(socket)) {
        lastError = WIN32_ERROR.ERROR_INVALID_PARAMETER;
        return null;
      }
      const io = new ThreadpoolIo(socket, callback, context);
      bound.set(socket, io);
      const group = groupOf(CleanupGroup);
      if (group !== null) {
        group.members += 1;
        groups.set(io, group);
      }
      return io;
    },
    StartThreadpoolIo: (io) => {
      ioOf(io).announced += 1;
    },
    CancelThreadpoolIo: (io) => {
      const known = ioOf(io);
      if (known.announced === 0) throw new Win32MisuseError('CancelThreadpoolIo without StartThreadpoolIo');
      known.announced -= 1;
    },
    WaitForThreadpoolIoCallbacks: (io, fCancelPendingCallbacks) => {
      queue.wait(ioOf(io), fCancelPendingCallbacks);
    },
    CloseThreadpoolIo: (io) => {
      const known = ioOf(io);
      if (known.announced > 0) throw new Win32MisuseError('CloseThreadpoolIo while operations are under way');
      known.isClosed = true;
      bound.delete(known.socket);
      const group = groups.get(known);
      if (group !== undefined) group.members -= 1;
      groups.delete(known);
    },
    CreateEvent: events.create,
    CloseHandle: events.close,
    WSASend: (socket, buffers, count, _sent, _flags, overlapped) => {
      const known = sockets.get(socket);
      if (known?.defect === NO_ERROR && !known.isWritable) return fail(WIN32_ERROR.WSAESHUTDOWN);
      return start(socket, buffers, count, overlapped, (one, operation) => one.send(operation));
    },
    WSARecv: (socket, buffers, count, _received, _flags, overlapped) =>
      start(socket, buffers, count, overlapped, (one, operation) => one.receive(operation)),
    WSAGetLastError: () => lastError,
    CancelIoEx: (socket, overlapped) => {
      if (sockets.get(socket)?.cancel(overlapped) === true) return true;
      lastError = WIN32_ERROR.ERROR_NOT_FOUND;
      return false;
    },
  };

  return {
    calls,
    socket: (stream) => {
      const handle = nextHandle;
      nextHandle += 4;
      sockets.set(handle, new ModelSocket(stream));
      return handle;
    },
    closesocket: (handle) => {
      sockets.get(handle)?.release();
      sockets.delete(handle);
    },
    execution_engine_create: () => {
      const engine = Object.freeze({});
      engines.set(engine, new ModelPool());
      return engine;
    },
    due: () => queue.length,
  };
}
