import {
  ASYNC_SOCKET_OPEN_OK,
  ASYNC_SOCKET_RECEIVE_ERROR,
  ASYNC_SOCKET_RECEIVE_OK,
  ASYNC_SOCKET_SEND_ERROR,
  ASYNC_SOCKET_SEND_OK,
  type ASYNC_SOCKET_HANDLE,
  type ON_ASYNC_SOCKET_OPEN_COMPLETE,
  type SOCKET_HANDLE,
} from '../async_socket/async_socket.js';
import { diagnose, type AsyncSocketWait } from '../async_socket/diagnostics.js';
import { ASYNC_SOCKET_STATE } from '../async_socket/states.js';
import {
  NO_ERROR,
  SOCKET_ERROR,
  WSA_IO_PENDING,
  type PTP_IO,
  type PTP_POOL,
  type PTP_WIN32_IO_CALLBACK,
} from './win32_socket/win32_socket.js';
import type { AsyncSocketWin32Dependencies } from './dependencies.js';
import { IoContexts, type IoContext, type IoRequest } from './io_contexts.js';
import { closeThreadpoolIo, openThreadpoolIo, type ThreadpoolParts } from './threadpool_io.js';

/** What one async socket is made of. */
export interface AsyncSocketParts {
  readonly async_socket: ASYNC_SOCKET_HANDLE;
  readonly socket: SOCKET_HANDLE;
  readonly pool: PTP_POOL;
  /** Memory that `allocate` has given for it. */
  readonly block: Uint8Array;
  readonly dependencies: AsyncSocketWin32Dependencies;
}

/**
 * One async socket. A call that would have to wait for one that is still running below it on the stack (only a call from
 * inside the calls below can meet such a thing) returns at once, and its work is done when that one ends.
 */
export class AsyncSocket {
  private state: ASYNC_SOCKET_STATE = ASYNC_SOCKET_STATE.CLOSED;
  private threadpool: ThreadpoolParts | null = null;
  private readonly contexts: IoContexts;
  /** Sends and receives that have not returned yet. */
  private running = 0;
  private isDestroyWanted = false;
  /** What a destroy that has returned waits for. */
  private destroyWaitsFor: AsyncSocketWait | null = null;
  private isFreed = false;

  constructor(private readonly parts: AsyncSocketParts) {
    this.contexts = new IoContexts(parts.async_socket, parts.dependencies);
  }

  /** @returns Null, or why it can't be opened. */
  open(on_open_complete: ON_ASYNC_SOCKET_OPEN_COMPLETE, context: unknown): string | null {
    if (this.state !== ASYNC_SOCKET_STATE.CLOSED) return `async_socket is ${this.state}`;
    this.enter(ASYNC_SOCKET_STATE.OPENING);
    const { dependencies, pool, socket } = this.parts;
    const opened = openThreadpoolIo(dependencies.win32_socket, pool, socket, this.on_io_complete);
    if (typeof opened === 'string') {
      this.enter(ASYNC_SOCKET_STATE.CLOSED);
      this.endWait();
      return opened;
    }
    this.threadpool = opened;
    this.enter(ASYNC_SOCKET_STATE.OPEN);
    try {
      on_open_complete(context, ASYNC_SOCKET_OPEN_OK);
    } finally {
      this.endWait();
    }
    return null;
  }

  close(): void {
    if (this.state !== ASYNC_SOCKET_STATE.OPEN) return;
    this.enter(ASYNC_SOCKET_STATE.CLOSING);
    if (this.running > 0) this.wait('async_socket_close', 'calls');
    else this.finishClose();
  }

  destroy(): void {
    this.isDestroyWanted = true;
    this.close();
    this.freeIfClosed();
    if (this.isFreed) return;
    this.destroyWaitsFor = this.state === ASYNC_SOCKET_STATE.OPENING ? 'open' : 'close';
    this.wait('async_socket_destroy', this.destroyWaitsFor);
  }

  /** @returns Null, or why nothing was started; then nothing is completed either. */
  start(request: IoRequest): string | null {
    const { threadpool } = this;
    if (this.state !== ASYNC_SOCKET_STATE.OPEN || threadpool === null) return `async_socket is ${this.state}`;
    this.running += 1;
    try {
      const context = this.contexts.create(request);
      return typeof context === 'string' ? context : this.startIo(threadpool.io, context);
    } finally {
      this.running -= 1;
      if (this.running === 0) this.closeIfWanted();
    }
  }

  /** SRS_ASYNC_SOCKET_WIN32_01_060, 01_061 and their like for receives. */
  private startIo(io: PTP_IO, context: IoContext): string | null {
    const { win32_socket: win32 } = this.parts.dependencies;
    win32.StartThreadpoolIo(io);
    const result = this.callWinsock(context);
    const error = result === SOCKET_ERROR ? win32.WSAGetLastError() : NO_ERROR;
    if (error === NO_ERROR || error === WSA_IO_PENDING) return null;
    win32.CancelThreadpoolIo(io);
    this.contexts.free(context);
    return `${context.operation === 'send' ? 'WSASend' : 'WSARecv'} failed with ${error}`;
  }

  private callWinsock({ operation, wsabufs, overlapped }: IoContext): number {
    const { socket, dependencies } = this.parts;
    const { win32_socket: win32 } = dependencies;
    return operation === 'send'
      ? win32.WSASend(socket, wsabufs, wsabufs.length, null, 0, overlapped, null)
      : win32.WSARecv(socket, wsabufs, wsabufs.length, null, { value: 0 }, overlapped, null);
  }

  /** Called by the thread pool. Event and context are gone before the user hears of it and may close or destroy. */
  private readonly on_io_complete: PTP_WIN32_IO_CALLBACK = (
    _instance,
    _context,
    overlapped,
    io_result,
    number_of_bytes_transferred,
  ) => {
    const context = overlapped === null ? undefined : this.contexts.find(overlapped);
    if (context === undefined) return;
    this.contexts.free(context);
    const isOk = io_result === NO_ERROR;
    if (context.operation === 'send') {
      const isWhole = isOk && number_of_bytes_transferred === context.total;
      context.on_complete(
        context.on_complete_context,
        isWhole ? ASYNC_SOCKET_SEND_OK : ASYNC_SOCKET_SEND_ERROR,
      );
    } else {
      const isWithin = isOk && number_of_bytes_transferred <= context.total;
      context.on_complete(
        context.on_complete_context,
        isWithin ? ASYNC_SOCKET_RECEIVE_OK : ASYNC_SOCKET_RECEIVE_ERROR,
        isOk ? number_of_bytes_transferred : 0,
      );
    }
  };

  private closeIfWanted(): void {
    if (this.state !== ASYNC_SOCKET_STATE.CLOSING) return;
    this.waited('async_socket_close', 'calls');
    this.finishClose();
  }

  /** Without a pending receive cancelled, the wait for its callback would never end. */
  private finishClose(): void {
    const { threadpool, contexts } = this;
    if (threadpool === null) return;
    this.threadpool = null;
    const { socket, dependencies } = this.parts;
    for (const overlapped of contexts.pending) dependencies.win32_socket.CancelIoEx(socket, overlapped);
    try {
      closeThreadpoolIo(dependencies.win32_socket, threadpool);
    } finally {
      this.enter(ASYNC_SOCKET_STATE.CLOSED);
      this.endWait();
    }
  }

  /** Goes on with a destroy that came while something was under way. */
  private endWait(): void {
    if (!this.isDestroyWanted || this.isFreed) return;
    if (this.destroyWaitsFor !== null) this.waited('async_socket_destroy', this.destroyWaitsFor);
    this.destroyWaitsFor = null;
    this.close();
    this.freeIfClosed();
  }

  private freeIfClosed(): void {
    if (this.isFreed || this.state !== ASYNC_SOCKET_STATE.CLOSED) return;
    this.isFreed = true;
    const { async_socket, block, dependencies } = this.parts;
    dependencies.release?.(block);
    diagnose({ async_socket, event: 'freed' });
  }

  private enter(state: ASYNC_SOCKET_STATE): void {
    this.state = state;
    diagnose({ async_socket: this.parts.async_socket, event: 'state', state });
  }

  private wait(functionName: string, what: AsyncSocketWait): void {
    diagnose({ async_socket: this.parts.async_socket, event: 'waiting', function: functionName, for: what });
  }

  private waited(functionName: string, what: AsyncSocketWait): void {
    diagnose({ async_socket: this.parts.async_socket, event: 'waited', function: functionName, for: what });
  }
}
