/**
 * What an async socket stands on under Windows: the thread pool's IO objects and the overlapped calls of Winsock. Named
 * as the Windows headers have them; numbers are theirs.
 *
 * Two things implement it: a model over Node.js sockets (`model/`), and the Windows API itself (`native/`).
 */
import type { EXECUTION_ENGINE_HANDLE, SOCKET_HANDLE } from '../../async_socket/async_socket.js';

export const NO_ERROR = 0;
/** What `WSASend` and `WSARecv` return when they fail, or when they will complete later. */
export const SOCKET_ERROR = -1;

/** Error codes that an overlapped call or its completion can bring. */
export const WIN32_ERROR = {
  ERROR_NOT_ENOUGH_MEMORY: 8,
  /** The connection was reset. */
  ERROR_NETNAME_DELETED: 64,
  ERROR_INVALID_PARAMETER: 87,
  /** The operation was cancelled. */
  ERROR_OPERATION_ABORTED: 995,
  /** The operation has been started and completes later: no failure. */
  WSA_IO_PENDING: 997,
  ERROR_NOT_FOUND: 1168,
  WSAENOTSOCK: 10038,
  WSAENOBUFS: 10055,
  WSAESHUTDOWN: 10058,
  WSAECONNRESET: 10054,
} as const;
export const { WSA_IO_PENDING } = WIN32_ERROR;

/** Bytes of the structures on 64-bit Windows. */
export const SIZEOF = { OVERLAPPED: 32, WSABUF: 16, TP_CALLBACK_ENVIRON: 72 } as const;

/** Opaque to whoever holds one. */
export type PTP_POOL = object;
export type PTP_CLEANUP_GROUP = object;
export type PTP_IO = object;
export type PTP_CALLBACK_INSTANCE = object;
/** An event. */
export type HANDLE = object;

/** Which pool runs a callback, and which cleanup group its object belongs to; the calls on it fill it in. */
export interface TP_CALLBACK_ENVIRON {
  /** 0: not initialized, or destroyed. */
  Version: number;
  Pool: PTP_POOL | null;
  CleanupGroup: PTP_CLEANUP_GROUP | null;
}

/** Memory of an overlapped call; it stays where it is until the call has completed. */
export interface WSABUF {
  readonly len: number;
  readonly buf: Uint8Array;
}

/** One overlapped operation; the same object comes back when it has completed. */
export interface OVERLAPPED {
  readonly hEvent: HANDLE | null;
}

/** Flags that a call reads through a pointer. */
export interface FlagsPointer {
  value: number;
}

/** Told that an operation has completed. */
export type PTP_WIN32_IO_CALLBACK = (
  instance: PTP_CALLBACK_INSTANCE | null,
  context: unknown,
  overlapped: OVERLAPPED | null,
  io_result: number,
  number_of_bytes_transferred: number,
  io: PTP_IO,
) => void;

/**
 * The calls below an async socket. Completions come on later turns of the event loop, or inside
 * `WaitForThreadpoolIoCallbacks`, and never inside the call that starts an operation.
 */
export interface Win32Socket {
  /** The pool of an execution engine; null when it has none. */
  readonly execution_engine_win32_get_threadpool: (
    execution_engine: EXECUTION_ENGINE_HANDLE,
  ) => PTP_POOL | null;

  readonly InitializeThreadpoolEnvironment: (environment: TP_CALLBACK_ENVIRON) => void;
  readonly SetThreadpoolCallbackPool: (environment: TP_CALLBACK_ENVIRON, pool: PTP_POOL) => void;
  /** @param cancel_callback Always null: nothing is cancelled by way of the group. */
  readonly SetThreadpoolCallbackCleanupGroup: (
    environment: TP_CALLBACK_ENVIRON,
    cleanup_group: PTP_CLEANUP_GROUP,
    cancel_callback: null,
  ) => void;
  readonly DestroyThreadpoolEnvironment: (environment: TP_CALLBACK_ENVIRON) => void;
  readonly CreateThreadpoolCleanupGroup: () => PTP_CLEANUP_GROUP | null;
  readonly CloseThreadpoolCleanupGroup: (cleanup_group: PTP_CLEANUP_GROUP) => void;

  /** Has the pool call `callback` for each operation of the socket; null when that can't be had. */
  readonly CreateThreadpoolIo: (
    socket: SOCKET_HANDLE,
    callback: PTP_WIN32_IO_CALLBACK,
    context: unknown,
    environment: TP_CALLBACK_ENVIRON,
  ) => PTP_IO | null;
  /** Announces one operation; comes before each of them. */
  readonly StartThreadpoolIo: (io: PTP_IO) => void;
  /** Takes the announcement back: the operation has failed at once and will not complete. */
  readonly CancelThreadpoolIo: (io: PTP_IO) => void;
  /**
   * Returns once all operations announced have been called back; an operation that nothing completes keeps it for ever.
   * @param fCancelPendingCallbacks True drops the callbacks that have not begun.
   */
  readonly WaitForThreadpoolIoCallbacks: (io: PTP_IO, fCancelPendingCallbacks: boolean) => void;
  /** The socket can have a new one afterwards. */
  readonly CloseThreadpoolIo: (io: PTP_IO) => void;

  /** An event without attributes and name; null when there is none to be had. */
  readonly CreateEvent: (
    attributes: null,
    manual_reset: boolean,
    initial_state: boolean,
    name: null,
  ) => HANDLE | null;
  readonly CloseHandle: (handle: HANDLE) => boolean;

  /** @returns 0, or SOCKET_ERROR: `WSAGetLastError` then says what is wrong, or that the operation is pending. */
  readonly WSASend: (
    socket: SOCKET_HANDLE,
    lpBuffers: readonly WSABUF[],
    dwBufferCount: number,
    lpNumberOfBytesSent: null,
    dwFlags: number,
    lpOverlapped: OVERLAPPED,
    lpCompletionRoutine: null,
  ) => number;
  /** @returns 0, or SOCKET_ERROR: `WSAGetLastError` then says what is wrong, or that the operation is pending. */
  readonly WSARecv: (
    socket: SOCKET_HANDLE,
    lpBuffers: readonly WSABUF[],
    dwBufferCount: number,
    lpNumberOfBytesRecvd: null,
    lpFlags: FlagsPointer,
    lpOverlapped: OVERLAPPED,
    lpCompletionRoutine: null,
  ) => number;
  readonly WSAGetLastError: () => number;
  /** Lets an operation complete with ERROR_OPERATION_ABORTED; false when it has completed already. */
  readonly CancelIoEx: (socket: SOCKET_HANDLE, lpOverlapped: OVERLAPPED) => boolean;
}

/** Names of the calls. */
export type Win32Call = keyof Win32Socket;
