import { EPOLL_CTL, EPOLL_EVENTS, ERRNO } from './linux_socket/linux_socket.js';
import {
  ASYNC_SOCKET_OPEN_OK,
  ASYNC_SOCKET_SEND_OK,
  ASYNC_SOCKET_SEND_SYNC_ABANDONED,
  ASYNC_SOCKET_SEND_SYNC_ERROR,
  ASYNC_SOCKET_SEND_SYNC_OK,
  type ASYNC_SOCKET_BUFFER,
  type ASYNC_SOCKET_SEND_SYNC_RESULT,
  type ON_ASYNC_SOCKET_OPEN_COMPLETE,
  type ON_ASYNC_SOCKET_RECEIVE_COMPLETE,
  type ON_ASYNC_SOCKET_SEND_COMPLETE,
} from '../async_socket/async_socket.js';
import { diagnose, isDiagnosed, type AsyncSocketWait } from '../async_socket/diagnostics.js';
import type { ASYNC_SOCKET_STATE } from '../async_socket/states.js';
import { _FAILURE_ } from '../xio/xio.js';
import { Operations, type Connection } from './operations.js';
import { sendFrom } from './transfer.js';

/** Errors that tell that the connection is gone (SRS_ASYNC_SOCKET_LINUX_11_059). */
const GONE: ReadonlySet<number> = new Set([ERRNO.ECONNRESET, ERRNO.ENOTCONN, ERRNO.EPIPE]);

/**
 * One async socket: its state, and the calls that run in it. A call that has to wait for another one, which runs
 * further up on the same stack, returns; what it has left to do is done when that one ends.
 */
export class AsyncSocket {
  private state: ASYNC_SOCKET_STATE = 'CLOSED';
  private isSocketClosed = false;
  private isDestroyed = false;
  /** Sends and receives that have not returned. */
  private running = 0;
  /** What a close and a destroy still wait for. */
  private readonly waits = new Map<string, AsyncSocketWait>();
  private readonly operations: Operations;

  /** @param block Memory that it takes of its host's. */
  constructor(
    private readonly connection: Connection,
    private readonly block: Uint8Array,
  ) {
    this.operations = new Operations(connection);
  }

  open(on_open_complete: ON_ASYNC_SOCKET_OPEN_COMPLETE, context: unknown): number {
    if (this.state !== 'CLOSED' || this.isSocketClosed)
      return this.fail(
        `async_socket_open_async: the socket ${this.isSocketClosed ? 'was closed' : `is ${this.state}`}`,
      );
    this.enter('OPENING');
    const { dependencies, completion_port, socket } = this.connection;
    const added = dependencies.linux_socket.epoll_ctl(
      completion_port,
      EPOLL_CTL.EPOLL_CTL_ADD,
      socket,
      // Nothing is waited for until a receive, or a send without room, asks for it.
      EPOLL_EVENTS.EPOLLONESHOT,
    );
    if (added === 0 && this.isDestroyed)
      dependencies.linux_socket.completion_port_remove(completion_port, socket);
    if (added !== 0 || this.isDestroyed) {
      this.enter('CLOSED');
      this.endWaits('open');
      return this.fail('async_socket_open_async: the socket could not be added to epoll');
    }
    this.enter('OPEN');
    on_open_complete(context, ASYNC_SOCKET_OPEN_OK);
    return 0;
  }

  close(): void {
    if (this.state !== 'OPEN') return;
    this.enter('CLOSING');
    const { dependencies, completion_port, socket } = this.connection;
    dependencies.linux_socket.completion_port_remove(completion_port, socket);
    this.operations.abandon();
    if (this.running > 0) this.wait('async_socket_close', 'calls');
    else this.closeSocket();
  }

  /** Nothing is told after it has returned. */
  destroy(): void {
    if (this.isDestroyed) return;
    this.isDestroyed = true;
    if (this.state === 'OPEN') this.close();
    else this.operations.abandon();
    if (this.state === 'OPENING') this.wait('async_socket_destroy', 'open');
    else if (this.state === 'CLOSING') this.wait('async_socket_destroy', 'close');
    else this.free();
  }

  send(
    buffers: readonly ASYNC_SOCKET_BUFFER[],
    buffer_count: number,
    on_send_complete: ON_ASYNC_SOCKET_SEND_COMPLETE,
    context: unknown,
  ): ASYNC_SOCKET_SEND_SYNC_RESULT {
    if (this.state !== 'OPEN')
      return this.refuse(ASYNC_SOCKET_SEND_SYNC_ABANDONED, `the socket is ${this.state}`);
    this.running += 1;
    try {
      const place = { index: 0, offset: 0 };
      const { dependencies, socket } = this.connection;
      // Behind a send that waits, a new one waits as well: the bytes go in the order of the calls.
      const sent = this.operations.isSending
        ? 'wait'
        : sendFrom(dependencies.linux_socket, socket, buffers, buffer_count, place);
      if (this.isDestroyed) return ASYNC_SOCKET_SEND_SYNC_ABANDONED;
      if (sent === 'done') {
        on_send_complete(context, ASYNC_SOCKET_SEND_OK);
        return ASYNC_SOCKET_SEND_SYNC_OK;
      }
      if (sent !== 'wait') {
        const result = GONE.has(sent) ? ASYNC_SOCKET_SEND_SYNC_ABANDONED : ASYNC_SOCKET_SEND_SYNC_ERROR;
        return this.refuse(result, `send failed with the error ${sent}`);
      }
      // Closed meanwhile: nothing will ever tell that there is room.
      if (!this.isOpen) return ASYNC_SOCKET_SEND_SYNC_ABANDONED;
      return this.operations.waitToSend(buffers, buffer_count, place, on_send_complete, context)
        ? ASYNC_SOCKET_SEND_SYNC_OK
        : this.refuse(ASYNC_SOCKET_SEND_SYNC_ERROR, 'it cannot be waited for room');
    } finally {
      this.returned();
    }
  }

  receive(
    buffers: readonly ASYNC_SOCKET_BUFFER[],
    buffer_count: number,
    on_receive_complete: ON_ASYNC_SOCKET_RECEIVE_COMPLETE,
    context: unknown,
  ): number {
    if (this.state !== 'OPEN') return this.fail(`async_socket_receive_async: the socket is ${this.state}`);
    this.running += 1;
    try {
      return this.operations.waitToReceive(buffers, buffer_count, on_receive_complete, context)
        ? 0
        : this.fail('async_socket_receive_async: it cannot be waited for data');
    } finally {
      this.returned();
    }
  }

  private get isOpen(): boolean {
    return this.state === 'OPEN';
  }

  private returned(): void {
    this.running -= 1;
    if (this.running === 0 && this.waits.has('async_socket_close')) {
      this.endWaits('calls');
      this.closeSocket();
    }
  }

  private closeSocket(): void {
    const { dependencies, socket } = this.connection;
    this.isSocketClosed = true;
    if (dependencies.linux_socket.close(socket) !== 0) this.fail('async_socket_close: close failed');
    this.enter('CLOSED');
    this.endWaits('close');
  }

  private free(): void {
    const { async_socket, dependencies, completion_port, socket } = this.connection;
    if (!this.isSocketClosed) {
      this.isSocketClosed = true;
      dependencies.linux_socket.close(socket);
    }
    dependencies.linux_socket.completion_port_dec_ref(completion_port);
    dependencies.release?.(this.block);
    if (isDiagnosed()) diagnose({ async_socket, event: 'freed' });
  }

  private enter(state: ASYNC_SOCKET_STATE): void {
    this.state = state;
    if (isDiagnosed()) diagnose({ async_socket: this.connection.async_socket, event: 'state', state });
  }

  private wait(name: string, what: AsyncSocketWait): void {
    this.waits.set(name, what);
    const { async_socket } = this.connection;
    if (isDiagnosed()) diagnose({ async_socket, event: 'waiting', function: name, for: what });
  }

  /** Ends what waited for something that is over now; a destroy has waited to free everything. */
  private endWaits(what: AsyncSocketWait): void {
    const { async_socket } = this.connection;
    for (const [name, wanted] of [...this.waits]) {
      if (wanted !== what) continue;
      this.waits.delete(name);
      if (isDiagnosed()) diagnose({ async_socket, event: 'waited', function: name, for: what });
      if (name === 'async_socket_destroy') this.free();
    }
  }

  private fail(message: string): typeof _FAILURE_ {
    this.connection.dependencies.log('AZ_LOG_ERROR', message);
    return _FAILURE_;
  }

  private refuse(result: ASYNC_SOCKET_SEND_SYNC_RESULT, reason: string): ASYNC_SOCKET_SEND_SYNC_RESULT {
    this.fail(`async_socket_send_async: ${reason}`);
    return result;
  }
}
