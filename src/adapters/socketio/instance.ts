import { Socket } from 'node:net';
import { CallbackGuard } from '../xio/callback_guard.js';
import type { Dependencies } from '../xio/dependencies.js';
import { copyMessage } from '../xio/message_copy.js';
import { NotedStream } from '../xio/noted_stream.js';
import type { TextCopy } from '../xio/text_copy.js';
import {
  IO_OPEN_CANCELLED,
  IO_OPEN_ERROR,
  IO_OPEN_OK,
  IO_SEND_CANCELLED,
  IO_SEND_ERROR,
  IO_SEND_OK,
  _FAILURE_,
} from '../xio/xio.js';
import type {
  IO_OPEN_RESULT,
  IO_SEND_RESULT,
  ON_BYTES_RECEIVED,
  ON_IO_CLOSE_COMPLETE,
  ON_IO_ERROR,
  ON_IO_OPEN_COMPLETE,
  ON_SEND_COMPLETE,
} from '../xio/xio.js';
import { SocketioOptions } from './options.js';

/** What `socketio_open` stores for later use. */
export interface SocketioCallbacks {
  readonly on_io_open_complete: ON_IO_OPEN_COMPLETE;
  readonly on_io_open_complete_context: unknown;
  readonly on_bytes_received: ON_BYTES_RECEIVED;
  readonly on_bytes_received_context: unknown;
  readonly on_io_error: ON_IO_ERROR;
  readonly on_io_error_context: unknown;
}

interface PendingSend {
  taken: boolean;
  readonly complete: (result: IO_SEND_RESULT) => void;
}

/** The connection of one open, until its close. */
interface Connection {
  readonly noted: NotedStream;
  readonly callbacks: SocketioCallbacks;
  readonly sends: PendingSend[];
}

/** A TCP connection to one host and port behind the xio functions; what events bring waits for `dowork`. */
export class SocketioInstance {
  readonly options = new SocketioOptions();
  private state: 'CLOSED' | 'OPENING' | 'OPEN' | 'ERROR' = 'CLOSED';
  private connection: Connection | null = null;
  private readonly guard = new CallbackGuard();

  constructor(
    private readonly dependencies: Dependencies,
    private readonly host: TextCopy,
    private readonly port: number,
  ) {}

  open(callbacks: SocketioCallbacks): number {
    if (this.state !== 'CLOSED') return this.fail(`socketio_open: not allowed in state ${this.state}`);
    const stream = this.dependencies.connect({ host: this.host.toString(), port: this.port });
    if (stream === null)
      return this.fail(`socketio_open: no connection to ${this.host.toString()}:${this.port} can be started`);
    this.options.applyTo(stream);
    const noted = new NotedStream(stream);
    noted.startReading();
    this.connection = { noted, callbacks, sends: [] };
    this.state = 'OPENING';
    return 0;
  }

  close(on_io_close_complete: ON_IO_CLOSE_COMPLETE | null, context: unknown): number {
    this.disconnect();
    if (on_io_close_complete !== null)
      this.guard.call(() => {
        on_io_close_complete(context);
      });
    return 0;
  }

  send(
    buffer: Uint8Array,
    size: number,
    on_send_complete: ON_SEND_COMPLETE | null,
    context: unknown,
  ): number {
    const { connection } = this;
    if (this.state !== 'OPEN' || connection === null) {
      return this.fail(`socketio_send: not allowed in state ${this.state}`);
    }
    const copy = copyMessage(this.dependencies, buffer, size);
    if ('reason' in copy) return this.fail(`socketio_send: ${copy.reason}`);
    const send: PendingSend = { taken: false, complete: (result) => on_send_complete?.(context, result) };
    connection.sends.push(send);
    const { noted } = connection;
    noted.write(copy.bytes, () => {
      send.taken = true;
      // Only of a TCP socket it is known that it does not look at the bytes any more.
      if (noted.stream instanceof Socket) this.dependencies.release?.(copy.bytes);
    });
    return 0;
  }

  dowork(): void {
    const { connection } = this;
    if (this.guard.active || connection === null) return;
    if (this.state === 'OPENING') this.continueOpening(connection);
    else if (this.state === 'OPEN') this.exchange(connection);
  }

  /** Closes at once: a pending open and all pending sends are cancelled, the connection is gone. */
  disconnect(): void {
    const { connection, state } = this;
    this.connection = null;
    this.state = 'CLOSED';
    if (connection === null) return;
    connection.noted.discard();
    if (state === 'OPENING') this.completeOpen(connection, IO_OPEN_CANCELLED);
    for (let send = connection.sends.shift(); send !== undefined; send = connection.sends.shift()) {
      this.completeSend(send, IO_SEND_CANCELLED);
    }
  }

  private continueOpening(connection: Connection): void {
    if (connection.noted.failure !== null) {
      this.dependencies.log(
        'AZ_LOG_ERROR',
        `socketio_dowork: connecting to ${this.host.toString()}:${this.port} failed: ${connection.noted.failure}`,
      );
      this.connection = null;
      this.state = 'CLOSED';
      connection.noted.discard();
      this.completeOpen(connection, IO_OPEN_ERROR);
    } else if (connection.noted.connected || connection.noted.ended) {
      // A peer that closed before the first look has been there all the same; the loss is told next.
      this.state = 'OPEN';
      this.completeOpen(connection, IO_OPEN_OK);
    }
  }

  private exchange(connection: Connection): void {
    const stillOpen = (): boolean => this.connection === connection;
    const { noted, sends } = connection;
    for (let send = sends[0]; send?.taken === true; send = sends[0]) {
      sends.shift();
      this.completeSend(send, IO_SEND_OK);
      if (!stillOpen()) return;
    }
    let received = false;
    for (let bytes = noted.receive(); bytes !== null; bytes = noted.receive()) {
      received = true;
      this.deliver(connection, bytes);
      if (!stillOpen()) return;
    }
    // The end is told one call later than the last bytes, so that who understands them can close in good order.
    if (!received && noted.loss !== null) this.lose(connection, noted.loss);
  }

  private lose(connection: Connection, reason: string): void {
    this.dependencies.log('AZ_LOG_ERROR', `socketio_dowork: ${this.host.toString()}:${this.port}: ${reason}`);
    this.state = 'ERROR';
    const failed = connection.sends.shift();
    if (failed !== undefined) this.completeSend(failed, IO_SEND_ERROR);
    if (this.connection !== connection) return;
    const { on_io_error, on_io_error_context } = connection.callbacks;
    this.guard.call(() => {
      on_io_error(on_io_error_context);
    });
  }

  private completeOpen({ callbacks }: Connection, result: IO_OPEN_RESULT): void {
    this.guard.call(() => {
      callbacks.on_io_open_complete(callbacks.on_io_open_complete_context, result);
    });
  }

  private deliver({ callbacks }: Connection, bytes: Uint8Array): void {
    this.guard.call(() => {
      callbacks.on_bytes_received(callbacks.on_bytes_received_context, bytes, bytes.length);
    });
  }

  private completeSend(send: PendingSend, result: IO_SEND_RESULT): void {
    this.guard.call(() => {
      send.complete(result);
    });
  }

  private fail(message: string): number {
    this.dependencies.log('AZ_LOG_ERROR', message);
    return _FAILURE_;
  }
}
