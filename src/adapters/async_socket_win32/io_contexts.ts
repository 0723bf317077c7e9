import type {
  ASYNC_SOCKET_BUFFER,
  ASYNC_SOCKET_HANDLE,
  ON_ASYNC_SOCKET_RECEIVE_COMPLETE,
  ON_ASYNC_SOCKET_SEND_COMPLETE,
} from '../async_socket/async_socket.js';
import { diagnose, type AsyncSocketContext } from '../async_socket/diagnostics.js';
import type { HANDLE, OVERLAPPED, WSABUF } from './win32_socket/win32_socket.js';
import type { AsyncSocketWin32Dependencies } from './dependencies.js';
import { ioContextSize } from './memory.js';

interface Kept extends AsyncSocketContext {
  readonly wsabufs: readonly WSABUF[];
  /** Bytes of all buffers. */
  readonly total: number;
  readonly event: HANDLE;
  readonly overlapped: OVERLAPPED;
  readonly block: Uint8Array;
}

/** The context of one send (SRS_ASYNC_SOCKET_WIN32_01_028). */
export interface SendContext extends Kept {
  readonly operation: 'send';
  readonly on_complete: ON_ASYNC_SOCKET_SEND_COMPLETE;
}

/** The context of one receive (SRS_ASYNC_SOCKET_WIN32_01_077). */
export interface ReceiveContext extends Kept {
  readonly operation: 'receive';
  readonly on_complete: ON_ASYNC_SOCKET_RECEIVE_COMPLETE;
}

export type IoContext = SendContext | ReceiveContext;

/** What an IO is asked for: its buffers, and whom it tells when it has completed. */
export type IoRequest = {
  readonly buffers: readonly ASYNC_SOCKET_BUFFER[];
  readonly buffer_count: number;
  readonly on_complete_context: unknown;
} & Pick<IoContext, 'operation' | 'on_complete'>;

/** The contexts of the IOs that are under way, by the OVERLAPPED structure that Windows hands back. */
export class IoContexts {
  private readonly contexts = new Map<OVERLAPPED, IoContext>();

  constructor(
    private readonly async_socket: ASYNC_SOCKET_HANDLE,
    private readonly dependencies: AsyncSocketWin32Dependencies,
  ) {}

  /** The structures of what is under way, oldest first. */
  get pending(): readonly OVERLAPPED[] {
    return [...this.contexts.keys()];
  }

  /** @returns The context, or what there was none of. */
  create(request: IoRequest): IoContext | string {
    const { win32_socket, allocate, release } = this.dependencies;
    const memory = ioContextSize(request.buffer_count);
    const block = allocate(memory);
    if (block === null) return 'no memory for the context';
    const event = win32_socket.CreateEvent(null, false, false, null);
    if (event === null) {
      release?.(block);
      return 'no event';
    }
    // The caller may free his array once the call has returned, but not the memory that it names.
    const buffers = request.buffers.slice(0, request.buffer_count).map((buffer) => ({ ...buffer }));
    const wsabufs = buffers.flatMap(({ buffer, length }) =>
      buffer === null ? [] : [{ len: length, buf: buffer }],
    );
    const context = {
      ...request,
      buffers,
      wsabufs,
      total: wsabufs.reduce((sum, { len }) => sum + len, 0),
      event,
      overlapped: { hEvent: event },
      memory,
      block,
    } as IoContext;
    this.contexts.set(context.overlapped, context);
    diagnose({ async_socket: this.async_socket, event: 'contextCreated', context });
    return context;
  }

  /** The context of an IO; undefined when it is none of these. */
  find(overlapped: OVERLAPPED): IoContext | undefined {
    return this.contexts.get(overlapped);
  }

  /** Closes the event and frees the context (SRS_ASYNC_SOCKET_WIN32_01_068, 01_072). */
  free(context: IoContext): void {
    this.contexts.delete(context.overlapped);
    this.dependencies.win32_socket.CloseHandle(context.event);
    this.dependencies.release?.(context.block);
    diagnose({ async_socket: this.async_socket, event: 'contextFreed', context });
  }
}
