import type {
  CONCRETE_IO_HANDLE,
  IO_INTERFACE_DESCRIPTION,
  ON_BYTES_RECEIVED,
  ON_IO_CLOSE_COMPLETE,
  ON_IO_ERROR,
  ON_IO_OPEN_COMPLETE,
  ON_SEND_COMPLETE,
} from '../xio/xio.js';

/** What `wsio_create` receives; all texts are copied (SRS_WSIO_01_006). */
export interface WSIO_CONFIG {
  /** Where to connect to, and the `Host` and `Origin` headers. */
  readonly host: string | null;
  readonly port: number;
  /** The sub-protocol asked for. */
  readonly protocol_name: string | null;
  /** The request's target: `/chat`. */
  readonly relative_path: string | null;
  readonly use_ssl: boolean;
  /** One or more PEM certificates that are trusted besides those the system trusts; null: none (SRS_WSIO_01_100). */
  readonly trusted_ca: string | null;
}

/** Receives an instance's log lines in place of the log of its dependencies. `options` is 1: the line is complete. */
export type LOGGER_LOG = (options: number, format: string) => void;

/**
 * The functions of a wsio under the names of the wsio document. All callbacks are made inside calls of these functions,
 * and any of them may be called from inside any callback. A handle that was destroyed is treated like NULL.
 */
export interface WsioApi {
  /** Makes an instance from a `WSIO_CONFIG` (SRS_WSIO_01_001 to 01_006, 01_098, 01_099); NULL when it cannot. */
  readonly wsio_create: (
    io_create_parameters: unknown,
    logger_log: LOGGER_LOG | null,
  ) => CONCRETE_IO_HANDLE | null;
  /** Closes what is open as `wsio_close` does, and releases the instance (SRS_WSIO_01_007 to 01_009). */
  readonly wsio_destroy: (ws_io: CONCRETE_IO_HANDLE | null) => void;
  /**
   * Starts to connect (SRS_WSIO_01_010 to 01_040); `wsio_dowork` completes it. Each callback can be NULL and gets
   * `callback_context`. Returns 0 or `_FAILURE_`, and after a failure calls nothing back.
   */
  readonly wsio_open: (
    ws_io: CONCRETE_IO_HANDLE | null,
    on_io_open_complete: ON_IO_OPEN_COMPLETE | null,
    on_bytes_received: ON_BYTES_RECEIVED | null,
    on_io_error: ON_IO_ERROR | null,
    callback_context: unknown,
  ) => number;
  /**
   * Closes at once and calls back before it returns (SRS_WSIO_01_041 to 01_049, 01_108 to 01_111); also after an error.
   * Returns 0, or `_FAILURE_` when nothing is open.
   */
  readonly wsio_close: (
    ws_io: CONCRETE_IO_HANDLE | null,
    on_io_close_complete: ON_IO_CLOSE_COMPLETE | null,
    callback_context: unknown,
  ) => number;
  /** Queues a copy of the first `size` bytes as one binary message (SRS_WSIO_01_050 to 01_060). Returns 0 or `_FAILURE_`. */
  readonly wsio_send: (
    ws_io: CONCRETE_IO_HANDLE | null,
    buffer: Uint8Array | null,
    size: number,
    on_send_complete: ON_SEND_COMPLETE | null,
    callback_context: unknown,
  ) => number;
  /** Lets libwebsockets do its work, while opening and open (SRS_WSIO_01_061 to 01_063 and 01_112). */
  readonly wsio_dowork: (ws_io: CONCRETE_IO_HANDLE | null) => void;
  /** There are no options: returns `_FAILURE_` (SRS_WSIO_03_001). */
  readonly wsio_setoption: (
    socket_io: CONCRETE_IO_HANDLE | null,
    optionName: string | null,
    value: unknown,
  ) => number;
  /**
   * The functions above as a VTable (SRS_WSIO_01_064). Its `concrete_io_open` has a context for each callback, as the
   * xio interface has it, and its `concrete_io_create` no log.
   */
  readonly wsio_get_interface_description: () => IO_INTERFACE_DESCRIPTION;
}
