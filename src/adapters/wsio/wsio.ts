import { createPortableLibwebsockets } from './libwebsockets/portable/portable_libwebsockets.js';
import { defaultDependencies } from '../xio/default_dependencies.js';
import type { Dependencies } from '../xio/dependencies.js';
import { Handles } from '../xio/handles.js';
import { OptionHandler_Create } from '../xio/option_handler.js';
import { _FAILURE_ } from '../xio/xio.js';
import type { CONCRETE_IO_HANDLE, IO_INTERFACE_DESCRIPTION } from '../xio/xio.js';
import type { LOGGER_LOG, WsioApi } from './api.js';
import { close, closeNow } from './closing.js';
import { createInstance, releaseInstance } from './create.js';
import type { Instance, OpenCallbacks, Surroundings } from './instance.js';
import { open } from './opening.js';
import { send } from './sending.js';
import { service } from './servicing.js';

/** Living instances of every API; each instance keeps the surroundings it was made with. */
const handles = new Handles<Instance>();

/** What `logger_log` gets as its options: `LOG_LINE`. */
const LOG_LINE = 1;

function loggingTo(surroundings: Surroundings, logger_log: LOGGER_LOG | null): Surroundings {
  if (logger_log === null) return surroundings;
  return {
    ...surroundings,
    log: (_category, message) => {
      logger_log(LOG_LINE, message);
    },
  };
}

/**
 * A wsio over libwebsockets. What `given` does not give has its real default; that of `libwebsockets` is made of the
 * `ws` package.
 */
export function create_wsio(given: Partial<Dependencies> = {}): WsioApi {
  const { libwebsockets = createPortableLibwebsockets(), ...others } = given;
  const surroundings: Surroundings = { ...defaultDependencies, ...others, libwebsockets };

  const fail = (message: string): typeof _FAILURE_ => {
    surroundings.log('AZ_LOG_ERROR', message);
    return _FAILURE_;
  };
  /** Finds the instance of a handle: SRS_WSIO_01_042, 01_052. */
  const find = (handle: CONCRETE_IO_HANDLE | null, caller: string): Instance | null => {
    const instance = handles.find(handle);
    if (instance === null) fail(`${caller}: ws_io is NULL or not a living wsio`);
    return instance;
  };
  const openWith = (ws_io: CONCRETE_IO_HANDLE | null, callbacks: OpenCallbacks): number => {
    const instance = find(ws_io, 'wsio_open');
    return instance === null ? _FAILURE_ : open(instance, callbacks);
  };

  const api: WsioApi = {
    wsio_create(io_create_parameters, logger_log) {
      const own = loggingTo(surroundings, logger_log);
      const instance = createInstance(io_create_parameters, own);
      if (!('refusal' in instance)) return handles.give(instance);
      own.log('AZ_LOG_ERROR', `wsio_create: ${instance.refusal}`);
      return null;
    },

    wsio_destroy(ws_io) {
      // SRS_WSIO_01_008: nothing, not even a line in the log.
      const instance = handles.find(ws_io);
      if (ws_io === null || instance === null) return;
      // Released first: what the callbacks below call is refused.
      handles.release(ws_io);
      try {
        closeNow(instance);
      } finally {
        releaseInstance(instance);
      }
    },

    wsio_open: (ws_io, on_io_open_complete, on_bytes_received, on_io_error, callback_context) =>
      openWith(ws_io, {
        on_io_open_complete,
        on_io_open_complete_context: callback_context,
        on_bytes_received,
        on_bytes_received_context: callback_context,
        on_io_error,
        on_io_error_context: callback_context,
      }),

    wsio_close(ws_io, on_io_close_complete, callback_context) {
      const instance = find(ws_io, 'wsio_close');
      return instance === null ? _FAILURE_ : close(instance, { on_io_close_complete, callback_context });
    },

    wsio_send(ws_io, buffer, size, on_send_complete, callback_context) {
      const instance = find(ws_io, 'wsio_send');
      if (instance === null) return _FAILURE_;
      if (!buffer) return fail('wsio_send: buffer is NULL');
      if (size === 0) return fail('wsio_send: size is 0');
      return send(instance, buffer, size, on_send_complete, callback_context);
    },

    wsio_dowork(ws_io) {
      // SRS_WSIO_01_063: nothing, not even a line in the log.
      const instance = handles.find(ws_io);
      if (instance !== null) service(instance);
    },

    wsio_setoption: (_socket_io, optionName) => fail(`wsio_setoption: there is no option ${optionName}`),

    wsio_get_interface_description: () => description,
  };

  const description: IO_INTERFACE_DESCRIPTION = Object.freeze({
    concrete_io_retrieveoptions: (ws_io: CONCRETE_IO_HANDLE | null) =>
      find(ws_io, 'wsio_retrieveoptions') === null ? null : OptionHandler_Create(api.wsio_setoption),
    concrete_io_create: (io_create_parameters: unknown) => api.wsio_create(io_create_parameters, null),
    concrete_io_destroy: api.wsio_destroy,
    concrete_io_open: (...[ws_io, opened, openedContext, bytes, bytesContext, error, errorContext]) =>
      openWith(ws_io, {
        on_io_open_complete: opened,
        on_io_open_complete_context: openedContext,
        on_bytes_received: bytes,
        on_bytes_received_context: bytesContext,
        on_io_error: error,
        on_io_error_context: errorContext,
      }),
    concrete_io_close: api.wsio_close,
    concrete_io_send: api.wsio_send,
    concrete_io_dowork: api.wsio_dowork,
    concrete_io_setoption: api.wsio_setoption,
  } satisfies IO_INTERFACE_DESCRIPTION);
  return Object.freeze(api);
}
