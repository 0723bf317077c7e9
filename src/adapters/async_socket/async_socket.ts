/**
 * The `async_socket` interface in TypeScript, named as the async_socket documents have it. A C `NULL` is `null`, a
 * `void*` context is `unknown`, an `int` result is 0 or any other number, and an enumerator is a string of its name.
 *
 * The documents for Linux and for Windows declare one interface with few differences; what only one of them knows is
 * marked.
 */

/** An async socket; opaque to its user. */
export type ASYNC_SOCKET_HANDLE = object;

/** The operating system's number of a socket: a file descriptor on Linux. */
export type SOCKET_HANDLE = number;

/** What is no socket. */
export const INVALID_SOCKET = -1;

/** What threads are taken from, where a system has such a thing; opaque. */
export type EXECUTION_ENGINE_HANDLE = object;

/** The greatest number of bytes that one call can be about. */
export const UINT32_MAX = 0xffff_ffff;

export const ASYNC_SOCKET_OPEN_RESULT = {
  ASYNC_SOCKET_OPEN_OK: 'ASYNC_SOCKET_OPEN_OK',
  ASYNC_SOCKET_OPEN_ERROR: 'ASYNC_SOCKET_OPEN_ERROR',
} as const;
export type ASYNC_SOCKET_OPEN_RESULT =
  (typeof ASYNC_SOCKET_OPEN_RESULT)[keyof typeof ASYNC_SOCKET_OPEN_RESULT];
export const { ASYNC_SOCKET_OPEN_OK, ASYNC_SOCKET_OPEN_ERROR } = ASYNC_SOCKET_OPEN_RESULT;

/** What `async_socket_send_async` itself returns on Linux; on Windows it is an `int`. */
export const ASYNC_SOCKET_SEND_SYNC_RESULT = {
  ASYNC_SOCKET_SEND_SYNC_OK: 'ASYNC_SOCKET_SEND_SYNC_OK',
  ASYNC_SOCKET_SEND_SYNC_ERROR: 'ASYNC_SOCKET_SEND_SYNC_ERROR',
  ASYNC_SOCKET_SEND_SYNC_ABANDONED: 'ASYNC_SOCKET_SEND_SYNC_ABANDONED',
} as const;
export type ASYNC_SOCKET_SEND_SYNC_RESULT =
  (typeof ASYNC_SOCKET_SEND_SYNC_RESULT)[keyof typeof ASYNC_SOCKET_SEND_SYNC_RESULT];
export const { ASYNC_SOCKET_SEND_SYNC_OK, ASYNC_SOCKET_SEND_SYNC_ERROR, ASYNC_SOCKET_SEND_SYNC_ABANDONED } =
  ASYNC_SOCKET_SEND_SYNC_RESULT;

/** `…_ABANDONED` is of the document for Linux, `…_BECAUSE_CLOSE` of the one for Windows. */
export const ASYNC_SOCKET_SEND_RESULT = {
  ASYNC_SOCKET_SEND_OK: 'ASYNC_SOCKET_SEND_OK',
  ASYNC_SOCKET_SEND_ERROR: 'ASYNC_SOCKET_SEND_ERROR',
  ASYNC_SOCKET_SEND_ABANDONED: 'ASYNC_SOCKET_SEND_ABANDONED',
  ASYNC_SOCKET_SEND_BECAUSE_CLOSE: 'ASYNC_SOCKET_SEND_BECAUSE_CLOSE',
} as const;
export type ASYNC_SOCKET_SEND_RESULT =
  (typeof ASYNC_SOCKET_SEND_RESULT)[keyof typeof ASYNC_SOCKET_SEND_RESULT];
export const {
  ASYNC_SOCKET_SEND_OK,
  ASYNC_SOCKET_SEND_ERROR,
  ASYNC_SOCKET_SEND_ABANDONED,
  ASYNC_SOCKET_SEND_BECAUSE_CLOSE,
} = ASYNC_SOCKET_SEND_RESULT;

/** `…_ABANDONED` is of the document for Linux, `…_BECAUSE_CLOSE` of the one for Windows. */
export const ASYNC_SOCKET_RECEIVE_RESULT = {
  ASYNC_SOCKET_RECEIVE_OK: 'ASYNC_SOCKET_RECEIVE_OK',
  ASYNC_SOCKET_RECEIVE_ERROR: 'ASYNC_SOCKET_RECEIVE_ERROR',
  ASYNC_SOCKET_RECEIVE_ABANDONED: 'ASYNC_SOCKET_RECEIVE_ABANDONED',
  ASYNC_SOCKET_RECEIVE_BECAUSE_CLOSE: 'ASYNC_SOCKET_RECEIVE_BECAUSE_CLOSE',
} as const;
export type ASYNC_SOCKET_RECEIVE_RESULT =
  (typeof ASYNC_SOCKET_RECEIVE_RESULT)[keyof typeof ASYNC_SOCKET_RECEIVE_RESULT];
export const {
  ASYNC_SOCKET_RECEIVE_OK,
  ASYNC_SOCKET_RECEIVE_ERROR,
  ASYNC_SOCKET_RECEIVE_ABANDONED,
  ASYNC_SOCKET_RECEIVE_BECAUSE_CLOSE,
} = ASYNC_SOCKET_RECEIVE_RESULT;

export type ON_ASYNC_SOCKET_OPEN_COMPLETE = (context: unknown, open_result: ASYNC_SOCKET_OPEN_RESULT) => void;
export type ON_ASYNC_SOCKET_SEND_COMPLETE = (context: unknown, send_result: ASYNC_SOCKET_SEND_RESULT) => void;
export type ON_ASYNC_SOCKET_RECEIVE_COMPLETE = (
  context: unknown,
  receive_result: ASYNC_SOCKET_RECEIVE_RESULT,
  bytes_received: number,
) => void;

/** Memory of the caller's: its first `length` bytes are sent, or received into. It stays the caller's. */
export interface ASYNC_SOCKET_BUFFER {
  readonly buffer: Uint8Array | null;
  readonly length: number;
}

/** The functions that both documents have; `SendResult` is what `async_socket_send_async` returns. */
export interface AsyncSocketApi<SendResult> {
  readonly async_socket_create: (
    execution_engine: EXECUTION_ENGINE_HANDLE | null,
    socket_handle: SOCKET_HANDLE,
  ) => ASYNC_SOCKET_HANDLE | null;
  readonly async_socket_destroy: (async_socket: ASYNC_SOCKET_HANDLE | null) => void;
  readonly async_socket_open_async: (
    async_socket: ASYNC_SOCKET_HANDLE | null,
    on_open_complete: ON_ASYNC_SOCKET_OPEN_COMPLETE | null,
    on_open_complete_context: unknown,
  ) => number;
  readonly async_socket_close: (async_socket: ASYNC_SOCKET_HANDLE | null) => void;
  readonly async_socket_send_async: (
    async_socket: ASYNC_SOCKET_HANDLE | null,
    buffers: readonly ASYNC_SOCKET_BUFFER[] | null,
    buffer_count: number,
    on_send_complete: ON_ASYNC_SOCKET_SEND_COMPLETE | null,
    on_send_complete_context: unknown,
  ) => SendResult;
  readonly async_socket_receive_async: (
    async_socket: ASYNC_SOCKET_HANDLE | null,
    buffers: readonly ASYNC_SOCKET_BUFFER[] | null,
    buffer_count: number,
    on_receive_complete: ON_ASYNC_SOCKET_RECEIVE_COMPLETE | null,
    on_receive_complete_context: unknown,
  ) => number;
}
