import {
  EPOLL_CTL,
  EPOLL_EVENTS,
  type COMPLETION_PORT_EPOLL_ACTION,
  type COMPLETION_PORT_HANDLE,
} from './linux_socket/linux_socket.js';
import type {
  ASYNC_SOCKET_BUFFER,
  ASYNC_SOCKET_HANDLE,
  ON_ASYNC_SOCKET_RECEIVE_COMPLETE,
  ON_ASYNC_SOCKET_SEND_COMPLETE,
  SOCKET_HANDLE,
} from '../async_socket/async_socket.js';
import { diagnose, isDiagnosed } from '../async_socket/diagnostics.js';
import { attempt } from './attempt.js';
import type { AsyncSocketLinuxDependencies } from './dependencies.js';
import { keep, memoryFor, tellEnding, type Ending, type Operation } from './operation.js';
import type { Place } from './transfer.js';

/** Whose operations they are, and what they go over. */
export interface Connection {
  readonly async_socket: ASYNC_SOCKET_HANDLE;
  readonly socket: SOCKET_HANDLE;
  readonly completion_port: COMPLETION_PORT_HANDLE;
  readonly dependencies: AsyncSocketLinuxDependencies;
}

/** What a completion port keeps of an operation: opaque to it. */
interface PortContext {
  readonly operations: Operations;
  readonly operation: Operation;
}

/**
 * What the completion port calls with each event of an operation that waits.
 * @param context What was given to `completion_port_add`; NULL is ignored (SRS_ASYNC_SOCKET_LINUX_11_079).
 */
function event_complete_callback(context: object | null, action: COMPLETION_PORT_EPOLL_ACTION): void {
  if (context === null) return;
  const { operations, operation } = context as PortContext;
  operations.happened(operation, action);
}

/** The sends and receives of an async socket that wait for an event, in their order; each completes once. */
export class Operations {
  /** The operations that wait, and what the port knows them by. */
  private readonly waiting = new Map<Operation, PortContext>();

  constructor(private readonly connection: Connection) {}

  /** True while a send waits: what is sent after it has to come after it. */
  get isSending(): boolean {
    for (const { operation } of this.waiting.keys()) if (operation === 'send') return true;
    return false;
  }

  /** Lets a send go on from `place` when there is room; false when there is no memory, or the port refuses. */
  waitToSend(
    buffers: readonly ASYNC_SOCKET_BUFFER[],
    buffer_count: number,
    place: Place,
    on_complete: ON_ASYNC_SOCKET_SEND_COMPLETE,
    on_complete_context: unknown,
  ): boolean {
    const kept = this.kept(buffers, buffer_count);
    if (kept === null) return false;
    return this.start({
      operation: 'send',
      place,
      on_complete,
      on_complete_context,
      ...kept,
    });
  }

  /** Lets a receive happen when there are data; false when there is no memory, or the port refuses. */
  waitToReceive(
    buffers: readonly ASYNC_SOCKET_BUFFER[],
    buffer_count: number,
    on_complete: ON_ASYNC_SOCKET_RECEIVE_COMPLETE,
    on_complete_context: unknown,
  ): boolean {
    const kept = this.kept(buffers, buffer_count);
    if (kept === null) return false;
    return this.start({
      operation: 'receive',
      on_complete,
      on_complete_context,
      ...kept,
    });
  }

  /** Completes, as abandoned, all that still wait. */
  abandon(): void {
    for (const operation of [...this.waiting.keys()]) this.end(operation, 'abandoned');
  }

  /** An event of an operation; one that has completed meanwhile has none. */
  happened(operation: Operation, action: COMPLETION_PORT_EPOLL_ACTION): void {
    if (!this.waiting.has(operation)) return;
    const { dependencies, socket } = this.connection;
    const made = attempt(dependencies.linux_socket, socket, operation, action);
    if (made === 'wait') this.waitAgain(operation);
    else this.end(operation, made.ending, made.count);
  }

  private kept(
    buffers: readonly ASYNC_SOCKET_BUFFER[],
    buffer_count: number,
  ): Pick<Operation, 'buffers' | 'block' | 'memory'> | null {
    const memory = memoryFor(buffer_count);
    const block = this.connection.dependencies.allocate(memory);
    return block === null ? null : { buffers: keep(buffers, buffer_count), block, memory };
  }

  private start(operation: Operation): boolean {
    const { async_socket } = this.connection;
    if (isDiagnosed()) diagnose({ async_socket, event: 'contextCreated', context: operation });
    this.waiting.set(operation, { operations: this, operation });
    if (this.addToPort(operation)) return true;
    // It may have been abandoned, and completed, while the port was called.
    if (!this.waiting.delete(operation)) return true;
    this.free(operation);
    return false;
  }

  /** The registration that open made (SRS_ASYNC_SOCKET_LINUX_11_031) is modified, so that the event is waited for. */
  private addToPort(operation: Operation): boolean {
    const { dependencies, completion_port, socket } = this.connection;
    const context = this.waiting.get(operation);
    if (context === undefined) return true;
    return (
      dependencies.linux_socket.completion_port_add(
        completion_port,
        EPOLL_CTL.EPOLL_CTL_MOD,
        operation.operation === 'send' ? EPOLL_EVENTS.EPOLLOUT : EPOLL_EVENTS.EPOLLIN,
        socket,
        event_complete_callback,
        context,
      ) === 0
    );
  }

  private waitAgain(operation: Operation): void {
    if (this.addToPort(operation)) return;
    this.connection.dependencies.log(
      'AZ_LOG_ERROR',
      `event_complete_callback: a ${operation.operation} can't wait on`,
    );
    this.end(operation, 'error');
  }

  /** It waits no more when its callback is called, and is freed when that has returned, or thrown. */
  private end(operation: Operation, ending: Ending, count = 0): void {
    if (!this.waiting.delete(operation)) return;
    try {
      tellEnding(operation, ending, count);
    } finally {
      this.free(operation);
    }
  }

  private free(operation: Operation): void {
    const { async_socket, dependencies } = this.connection;
    dependencies.release?.(operation.block);
    if (isDiagnosed()) diagnose({ async_socket, event: 'contextFreed', context: operation });
  }
}
