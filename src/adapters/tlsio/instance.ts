import { CallbackGuard } from '../xio/callback_guard.js';
import type { Dependencies } from '../xio/dependencies.js';
import type { TextCopy } from '../xio/text_copy.js';
import { _FAILURE_ } from '../xio/xio.js';
import type {
  IO_OPEN_RESULT,
  IO_SEND_RESULT,
  ON_BYTES_RECEIVED,
  ON_IO_CLOSE_COMPLETE,
  ON_IO_ERROR,
  ON_IO_OPEN_COMPLETE,
} from '../xio/xio.js';
import { TlsOptions } from './options.js';
import { SendQueue } from './send_queue.js';
import type { Message } from './send_queue.js';
import { TLSIO_STATE_EXT_CLOSED } from './states.js';
import type { TLSIO_STATE_EXT } from './states.js';
import type { Connection, Transport } from './transport.js';

/** What `tlsio_open_async` stores for later use (SRS_TLSIO_30_034). */
export interface OpenCallbacks {
  readonly on_io_open_complete: ON_IO_OPEN_COMPLETE;
  readonly on_io_open_complete_context: unknown;
  readonly on_bytes_received: ON_BYTES_RECEIVED;
  readonly on_bytes_received_context: unknown;
  readonly on_io_error: ON_IO_ERROR;
  readonly on_io_error_context: unknown;
}

/** A close that was accepted and is not completed. */
export interface PendingClose {
  readonly on_io_close_complete: ON_IO_CLOSE_COMPLETE;
  readonly callback_context: unknown;
}

/** One open of the adapter: whom to tell, and the connection it stands for. */
export class Session {
  /** True until `on_io_open_complete` was called. */
  openPending = true;

  constructor(
    readonly connection: Connection,
    readonly callbacks: OpenCallbacks,
  ) {}
}

/**
 * What a tlsio instance consists of. The state machine around it looks again at `state` and `session` after every
 * callback, because the user may have called any function from inside it.
 */
export class Instance {
  state: TLSIO_STATE_EXT = TLSIO_STATE_EXT_CLOSED;
  session: Session | null = null;
  readonly options = new TlsOptions();
  readonly queue = new SendQueue();
  readonly closes: PendingClose[] = [];
  /** When a graceful close is given up, on the clock of the dependencies. */
  closeDeadline = 0;
  private readonly guard = new CallbackGuard();

  constructor(
    readonly dependencies: Dependencies,
    readonly transport: Transport,
    readonly hostname: TextCopy,
    readonly port: number,
  ) {}

  /** True while a callback of the user runs. */
  get calling(): boolean {
    return this.guard.active;
  }

  /** True while the open that `session` stands for is in the given state. */
  isStill(state: TLSIO_STATE_EXT, session: Session): boolean {
    return this.state === state && this.session === session;
  }

  logError(message: string): void {
    this.dependencies.log('AZ_LOG_ERROR', message);
  }

  /** Logs why a call fails; returns what the call then returns. */
  fail(message: string): typeof _FAILURE_ {
    this.logError(message);
    return _FAILURE_;
  }

  /** Completes an open; a second time has no effect. */
  completeOpen(session: Session, result: IO_OPEN_RESULT): void {
    if (!session.openPending) return;
    session.openPending = false;
    const { on_io_open_complete, on_io_open_complete_context } = session.callbacks;
    this.guard.call(() => {
      on_io_open_complete(on_io_open_complete_context, result);
    });
  }

  deliver({ callbacks }: Session, bytes: Uint8Array): void {
    this.guard.call(() => {
      callbacks.on_bytes_received(callbacks.on_bytes_received_context, bytes, bytes.length);
    });
  }

  reportError({ callbacks }: Session): void {
    this.guard.call(() => {
      callbacks.on_io_error(callbacks.on_io_error_context);
    });
  }

  /** Tells how a message ended. Its memory goes back, unless TLS may still look at it. */
  completeSend(message: Message, result: IO_SEND_RESULT): void {
    if (message.sent || !message.begun) this.dependencies.release?.(message.bytes);
    this.guard.call(() => {
      message.complete(result);
    });
  }

  completeClose({ on_io_close_complete, callback_context }: PendingClose): void {
    this.guard.call(() => {
      on_io_close_complete(callback_context);
    });
  }
}
