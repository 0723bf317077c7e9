import { defaultDependencies } from '../xio/default_dependencies.js';
import type { Dependencies } from '../xio/dependencies.js';
import { Handles } from '../xio/handles.js';
import { TextCopy } from '../xio/text_copy.js';
import { _FAILURE_ } from '../xio/xio.js';
import type {
  CONCRETE_IO_HANDLE,
  IO_INTERFACE_DESCRIPTION,
  ON_BYTES_RECEIVED,
  ON_IO_CLOSE_COMPLETE,
  ON_IO_ERROR,
  ON_IO_OPEN_COMPLETE,
  ON_SEND_COMPLETE,
  OPTIONHANDLER_HANDLE,
  SOCKETIO_CONFIG,
} from '../xio/xio.js';
import { SocketioInstance } from './instance.js';

/** The functions of the socketio under their C names. */
export interface SocketioApi {
  /** Makes an instance from a `SOCKETIO_CONFIG`; NULL when it is unusable or memory is short. */
  readonly socketio_create: (io_create_parameters: unknown) => CONCRETE_IO_HANDLE | null;
  /** Closes and releases the instance; a pending open and pending sends are cancelled. */
  readonly socketio_destroy: (socket_io: CONCRETE_IO_HANDLE | null) => void;
  /** Starts to connect; the outcome is told to `on_io_open_complete` during `socketio_dowork`. */
  readonly socketio_open: (
    socket_io: CONCRETE_IO_HANDLE | null,
    on_io_open_complete: ON_IO_OPEN_COMPLETE | null,
    on_io_open_complete_context: unknown,
    on_bytes_received: ON_BYTES_RECEIVED | null,
    on_bytes_received_context: unknown,
    on_io_error: ON_IO_ERROR | null,
    on_io_error_context: unknown,
  ) => number;
  /** Closes at once; `on_io_close_complete` (may be NULL) is called before it returns. */
  readonly socketio_close: (
    socket_io: CONCRETE_IO_HANDLE | null,
    on_io_close_complete: ON_IO_CLOSE_COMPLETE | null,
    callback_context: unknown,
  ) => number;
  /** Hands a copy of the bytes to the operating system; `on_send_complete` may be NULL. */
  readonly socketio_send: (
    socket_io: CONCRETE_IO_HANDLE | null,
    buffer: Uint8Array | null,
    size: number,
    on_send_complete: ON_SEND_COMPLETE | null,
    callback_context: unknown,
  ) => number;
  /** Makes all callbacks that are due; does nothing when called from inside one of them. */
  readonly socketio_dowork: (socket_io: CONCRETE_IO_HANDLE | null) => void;
  /** Sets `tcp_keepalive` (0 or 1) or `tcp_keepalive_time` (seconds) for the next open. */
  readonly socketio_setoption: (
    socket_io: CONCRETE_IO_HANDLE | null,
    optionName: string | null,
    value: unknown,
  ) => number;
  /** The options that were set, ready for another socketio; NULL for an unknown handle. */
  readonly socketio_retrieveoptions: (socket_io: CONCRETE_IO_HANDLE | null) => OPTIONHANDLER_HANDLE | null;
  readonly socketio_get_interface_description: () => IO_INTERFACE_DESCRIPTION;
}

/** Living instances of every API; each instance keeps the dependencies it was made with. */
const handles = new Handles<SocketioInstance>();

/** What the caller may have left out or got wrong; NULL and `undefined` count alike. */
function readConfig(parameters: unknown): { host: string; port: number } | { reason: string } {
  const { hostname, port } = (parameters ?? {}) as Partial<SOCKETIO_CONFIG>;
  if (typeof hostname !== 'string' || hostname === '') return { reason: 'hostname is NULL or empty' };
  if (typeof port !== 'number' || !Number.isInteger(port) || port < 0 || port > 0xffff) {
    return { reason: `port ${String(port)} is not a whole number from 0 to 65535` };
  }
  return { host: hostname, port };
}

/**
 * A TCP xio over the given dependencies; what is not given has its real default. All callbacks are made inside calls
 * of its own functions, and every failure is logged.
 */
export function create_socketio(given: Partial<Dependencies> = {}): SocketioApi {
  const dependencies: Dependencies = { ...defaultDependencies, ...given };
  const fail = (message: string): typeof _FAILURE_ => {
    dependencies.log('AZ_LOG_ERROR', message);
    return _FAILURE_;
  };
  const unknown = (caller: string): number => fail(`${caller}: socket_io is NULL or not a living socketio`);

  const api: SocketioApi = {
    socketio_create(io_create_parameters) {
      const config = readConfig(io_create_parameters);
      if ('reason' in config) {
        fail(`socketio_create: ${config.reason}`);
        return null;
      }
      const host = TextCopy.of(dependencies, config.host);
      if (host === null) {
        fail('socketio_create: no memory for the hostname');
        return null;
      }
      return handles.give(new SocketioInstance(dependencies, host, config.port));
    },
    socketio_destroy(socket_io) {
      const instance = handles.find(socket_io);
      if (socket_io === null || instance === null) return;
      handles.release(socket_io);
      instance.disconnect();
    },
    socketio_open(
      socket_io,
      on_io_open_complete,
      openContext,
      on_bytes_received,
      bytesContext,
      on_io_error,
      errorContext,
    ) {
      const instance = handles.find(socket_io);
      if (instance === null) return unknown('socketio_open');
      if (!on_io_open_complete || !on_bytes_received || !on_io_error) {
        return fail('socketio_open: a callback is NULL');
      }
      return instance.open({
        on_io_open_complete,
        on_io_open_complete_context: openContext,
        on_bytes_received,
        on_bytes_received_context: bytesContext,
        on_io_error,
        on_io_error_context: errorContext,
      });
    },
    socketio_close(socket_io, on_io_close_complete, callback_context) {
      const instance = handles.find(socket_io);
      return instance?.close(on_io_close_complete, callback_context) ?? unknown('socketio_close');
    },
    socketio_send(socket_io, buffer, size, on_send_complete, callback_context) {
      const instance = handles.find(socket_io);
      if (instance === null) return unknown('socketio_send');
      if (!buffer || size === 0) return fail('socketio_send: there is nothing to send');
      return instance.send(buffer, size, on_send_complete, callback_context);
    },
    socketio_dowork(socket_io) {
      const instance = handles.find(socket_io);
      if (instance === null) unknown('socketio_dowork');
      else instance.dowork();
    },
    socketio_setoption(socket_io, optionName, value) {
      const instance = handles.find(socket_io);
      if (instance === null) return unknown('socketio_setoption');
      if (optionName === null || value === null || value === undefined) {
        return fail('socketio_setoption: the name or the value is NULL');
      }
      const refusal = instance.options.set(optionName, value);
      return refusal === null ? 0 : fail(`socketio_setoption: ${refusal}`);
    },
    socketio_retrieveoptions(socket_io) {
      const instance = handles.find(socket_io);
      if (instance !== null) return instance.options.retrieve(api.socketio_setoption);
      unknown('socketio_retrieveoptions');
      return null;
    },
    socketio_get_interface_description: () => description,
  };
  const description: IO_INTERFACE_DESCRIPTION = Object.freeze({
    concrete_io_retrieveoptions: api.socketio_retrieveoptions,
    concrete_io_create: api.socketio_create,
    concrete_io_destroy: api.socketio_destroy,
    concrete_io_open: api.socketio_open,
    concrete_io_close: api.socketio_close,
    concrete_io_send: api.socketio_send,
    concrete_io_dowork: api.socketio_dowork,
    concrete_io_setoption: api.socketio_setoption,
  });
  return Object.freeze(api);
}
