import {
  ASYNC_SOCKET_RECEIVE_ABANDONED,
  ASYNC_SOCKET_RECEIVE_ERROR,
  ASYNC_SOCKET_RECEIVE_OK,
  ASYNC_SOCKET_SEND_ABANDONED,
  ASYNC_SOCKET_SEND_ERROR,
  ASYNC_SOCKET_SEND_OK,
  type ASYNC_SOCKET_BUFFER,
  type ON_ASYNC_SOCKET_RECEIVE_COMPLETE,
  type ON_ASYNC_SOCKET_SEND_COMPLETE,
} from '../async_socket/async_socket.js';
import type { AsyncSocketContext } from '../async_socket/diagnostics.js';
import type { Place } from './transfer.js';

/** Bytes that an operation takes of its host's memory, beside those for each of its buffers. */
const HEAD = 32;
/** Bytes for each buffer: an address and a length, as C has them. */
const ITEM = 16;

/** Memory that an operation with so many buffers takes, in bytes (SRS_ASYNC_SOCKET_LINUX_11_074). */
export function memoryFor(buffer_count: number): number {
  return HEAD + ITEM * buffer_count;
}

interface Kept extends AsyncSocketContext {
  /** What `allocate` granted for it; JavaScript keeps the array itself. */
  readonly block: Uint8Array;
}

/** A send that waits for room. */
export interface SendOperation extends Kept {
  readonly operation: 'send';
  readonly on_complete: ON_ASYNC_SOCKET_SEND_COMPLETE;
  readonly place: Place;
}

/** A receive that waits for data. */
export interface ReceiveOperation extends Kept {
  readonly operation: 'receive';
  readonly on_complete: ON_ASYNC_SOCKET_RECEIVE_COMPLETE;
}

export type Operation = SendOperation | ReceiveOperation;

/** The caller's array, which is his again once the call has returned; the bytes stay where they are. */
export function keep(
  buffers: readonly ASYNC_SOCKET_BUFFER[],
  buffer_count: number,
): readonly ASYNC_SOCKET_BUFFER[] {
  return buffers.slice(0, buffer_count).map(({ buffer, length }) => ({ buffer, length }));
}

/** How an operation ends. */
export type Ending = 'ok' | 'abandoned' | 'error';

const SEND_RESULTS = {
  ok: ASYNC_SOCKET_SEND_OK,
  abandoned: ASYNC_SOCKET_SEND_ABANDONED,
  error: ASYNC_SOCKET_SEND_ERROR,
} as const;

const RECEIVE_RESULTS = {
  ok: ASYNC_SOCKET_RECEIVE_OK,
  abandoned: ASYNC_SOCKET_RECEIVE_ABANDONED,
  error: ASYNC_SOCKET_RECEIVE_ERROR,
} as const;

/** Tells whoever started an operation how it has ended. */
export function tellEnding(operation: Operation, ending: Ending, count: number): void {
  if (operation.operation === 'send')
    operation.on_complete(operation.on_complete_context, SEND_RESULTS[ending]);
  else operation.on_complete(operation.on_complete_context, RECEIVE_RESULTS[ending], count);
}
