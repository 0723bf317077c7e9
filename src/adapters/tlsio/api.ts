import type {
  CONCRETE_IO_HANDLE,
  IO_INTERFACE_DESCRIPTION,
  ON_BYTES_RECEIVED,
  ON_IO_CLOSE_COMPLETE,
  ON_IO_ERROR,
  ON_IO_OPEN_COMPLETE,
  ON_SEND_COMPLETE,
  OPTIONHANDLER_HANDLE,
} from '../xio/xio.js';

/**
 * The functions of a tlsio under the names of the tlsio document. All callbacks are made inside calls of these
 * functions, and any of them may be called from inside any callback; `tlsio_dowork` then does nothing, because the
 * call that made the callback goes on by itself. A handle that was destroyed is treated like NULL.
 */
export interface TlsioApi {
  /** Makes an instance from a `TLSIO_CONFIG` (SRS_TLSIO_30_010 to 30_019); logs and returns NULL when it cannot. */
  readonly tlsio_create: (io_create_parameters: unknown) => CONCRETE_IO_HANDLE | null;
  /** Closes at once, cancels what is under way, and releases the instance (SRS_TLSIO_30_020 to 30_022). */
  readonly tlsio_destroy: (tlsio_handle: CONCRETE_IO_HANDLE | null) => void;
  /** Starts to open (SRS_TLSIO_30_030 to 30_039); `tlsio_dowork` completes it. Returns 0 or `_FAILURE_`. */
  readonly tlsio_open_async: (
    tlsio_handle: CONCRETE_IO_HANDLE | null,
    on_io_open_complete: ON_IO_OPEN_COMPLETE | null,
    on_io_open_complete_context: unknown,
    on_bytes_received: ON_BYTES_RECEIVED | null,
    on_bytes_received_context: unknown,
    on_io_error: ON_IO_ERROR | null,
    on_io_error_context: unknown,
  ) => number;
  /** Closes (SRS_TLSIO_30_050 to 30_057); a second call forces it. Returns 0 or `_FAILURE_`. */
  readonly tlsio_close_async: (
    tlsio_handle: CONCRETE_IO_HANDLE | null,
    on_io_close_complete: ON_IO_CLOSE_COMPLETE | null,
    callback_context: unknown,
  ) => number;
  /** Queues a copy of the first `size` bytes (SRS_TLSIO_30_060 to 30_067). Returns 0 or `_FAILURE_`. */
  readonly tlsio_send_async: (
    tlsio_handle: CONCRETE_IO_HANDLE | null,
    buffer: Uint8Array | null,
    size: number,
    on_send_complete: ON_SEND_COMPLETE | null,
    callback_context: unknown,
  ) => number;
  /** Opens, sends, receives, closes: whatever the state asks for (SRS_TLSIO_30_070 to 30_107). */
  readonly tlsio_dowork: (tlsio_handle: CONCRETE_IO_HANDLE | null) => void;
  /**
   * Sets an option until the instance is destroyed (SRS_TLSIO_30_120 to 30_124) => `TrustedCerts`, `x509certificate`,
   * `x509privatekey`, `tls_version`; a chained tlsio passes any other to its underlying IO. Allowed in every state,
   * takes effect with the next open. Returns 0 or `_FAILURE_`.
   */
  readonly tlsio_setoption: (
    tlsio_handle: CONCRETE_IO_HANDLE | null,
    optionName: string | null,
    value: unknown,
  ) => number;
  /** All options that were set, the underlying IO's included, ready for a new instance; NULL when it cannot (SRS_TLSIO_30_160). */
  readonly tlsio_retrieveoptions: (tlsio_handle: CONCRETE_IO_HANDLE | null) => OPTIONHANDLER_HANDLE | null;
  /** The functions above as a VTable (SRS_TLSIO_30_001 and 30_008). */
  readonly tlsio_get_interface_description: () => IO_INTERFACE_DESCRIPTION;
}
