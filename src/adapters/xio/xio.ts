/**
 * The `xio` interface in TypeScript, named as `xio.h` and the tlsio document have it.
 * A C `NULL` is `null`, a C `void*` context is `unknown`, and `int` results are 0 or `_FAILURE_`.
 */

/** An adapter instance; opaque to its user. */
export type CONCRETE_IO_HANDLE = object;

/** What a C function returns when it fails; any non-zero value means failure. */
export const _FAILURE_ = 1;

/** How an open ended. */
export const IO_OPEN_RESULT = {
  IO_OPEN_OK: 'IO_OPEN_OK',
  IO_OPEN_ERROR: 'IO_OPEN_ERROR',
  IO_OPEN_CANCELLED: 'IO_OPEN_CANCELLED',
} as const;
/** How an open ended: the name of the enumerator. */
export type IO_OPEN_RESULT = (typeof IO_OPEN_RESULT)[keyof typeof IO_OPEN_RESULT];
export const {
  /** The connection stands. */
  IO_OPEN_OK,
  /** The connection could not be opened. */
  IO_OPEN_ERROR,
  /** The open was given up before it came to its end. */
  IO_OPEN_CANCELLED,
} = IO_OPEN_RESULT;

/** How a send ended. */
export const IO_SEND_RESULT = {
  IO_SEND_OK: 'IO_SEND_OK',
  IO_SEND_ERROR: 'IO_SEND_ERROR',
  IO_SEND_CANCELLED: 'IO_SEND_CANCELLED',
} as const;
/** How a send ended: the name of the enumerator. */
export type IO_SEND_RESULT = (typeof IO_SEND_RESULT)[keyof typeof IO_SEND_RESULT];
export const {
  /** Everything was sent. */
  IO_SEND_OK,
  /** The connection failed before everything was sent. */
  IO_SEND_ERROR,
  /** The send was given up before it came to its end. */
  IO_SEND_CANCELLED,
} = IO_SEND_RESULT;

/** Bytes have arrived: the first `size` of `buffer`, which is the adapter's once the callback has returned. */
export type ON_BYTES_RECEIVED = (context: unknown, buffer: Uint8Array, size: number) => void;
/** A send has ended. */
export type ON_SEND_COMPLETE = (context: unknown, send_result: IO_SEND_RESULT) => void;
/** An open has ended. */
export type ON_IO_OPEN_COMPLETE = (context: unknown, open_result: IO_OPEN_RESULT) => void;
/** A close has ended. */
export type ON_IO_CLOSE_COMPLETE = (context: unknown) => void;
/** An open connection has failed. */
export type ON_IO_ERROR = (context: unknown) => void;

/** The VTable of an I/O adapter: the eight concrete functions of `xio.h`. */
export interface IO_INTERFACE_DESCRIPTION {
  /** Copies the options of an instance; null when it can't. */
  concrete_io_retrieveoptions(concrete_io: CONCRETE_IO_HANDLE | null): OPTIONHANDLER_HANDLE | null;
  /**
   * Makes an instance.
   * @param io_create_parameters What the adapter asks for: a {@link TLSIO_CONFIG}, a {@link SOCKETIO_CONFIG}, …
   * @returns The instance; null when it can't be made.
   */
  concrete_io_create(io_create_parameters: unknown): CONCRETE_IO_HANDLE | null;
  /** Releases an instance. */
  concrete_io_destroy(concrete_io: CONCRETE_IO_HANDLE | null): void;
  /** Begins to open; 0 when `on_io_open_complete` will say how that ended. */
  concrete_io_open(
    concrete_io: CONCRETE_IO_HANDLE | null,
    on_io_open_complete: ON_IO_OPEN_COMPLETE | null,
    on_io_open_complete_context: unknown,
    on_bytes_received: ON_BYTES_RECEIVED | null,
    on_bytes_received_context: unknown,
    on_io_error: ON_IO_ERROR | null,
    on_io_error_context: unknown,
  ): number;
  /** Begins to close; 0 when `on_io_close_complete` will say that it ended. */
  concrete_io_close(
    concrete_io: CONCRETE_IO_HANDLE | null,
    on_io_close_complete: ON_IO_CLOSE_COMPLETE | null,
    callback_context: unknown,
  ): number;
  /** Begins to send the first `size` bytes of `buffer`; 0 when `on_send_complete` will say how that ended. */
  concrete_io_send(
    concrete_io: CONCRETE_IO_HANDLE | null,
    buffer: Uint8Array | null,
    size: number,
    on_send_complete: ON_SEND_COMPLETE | null,
    callback_context: unknown,
  ): number;
  /** Does what there is to do: reads, writes and calls back. To be called again and again. */
  concrete_io_dowork(concrete_io: CONCRETE_IO_HANDLE | null): void;
  /** Sets an option; 0 when it was taken. */
  concrete_io_setoption(
    concrete_io: CONCRETE_IO_HANDLE | null,
    optionName: string | null,
    value: unknown,
  ): number;
}

/** Options of an instance, ready to be fed to another (`OptionHandler_FeedOptions` of the C utility library). */
export interface OPTIONHANDLER_HANDLE {
  readonly options: readonly { readonly name: string; readonly value: unknown }[];
  /** Sets every option on another instance; 0 when all were taken, else `_FAILURE_`. */
  OptionHandler_FeedOptions(destination: CONCRETE_IO_HANDLE): number;
}

/** What `tlsio_create` receives. */
export interface TLSIO_CONFIG {
  readonly hostname: string | null;
  readonly port: number;
  readonly underlying_io_interface: IO_INTERFACE_DESCRIPTION | null;
  readonly underlying_io_parameters: unknown;
}

/** What `socketio_create` receives. */
export interface SOCKETIO_CONFIG {
  readonly hostname: string | null;
  readonly port: number;
}
