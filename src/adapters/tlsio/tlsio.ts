import { defaultDependencies } from '../xio/default_dependencies.js';
import type { Dependencies } from '../xio/dependencies.js';
import { Handles } from '../xio/handles.js';
import { _FAILURE_ } from '../xio/xio.js';
import type { CONCRETE_IO_HANDLE, IO_INTERFACE_DESCRIPTION } from '../xio/xio.js';
import type { TlsioApi } from './api.js';
import { close, closeForDestroy } from './closing.js';
import { createInstance, makeChainedTransport, makeDirectTransport } from './create.js';
import type { MakeTransport } from './create.js';
import { dowork } from './dowork.js';
import type { Instance } from './instance.js';
import { retrieveOptions, setOption } from './instance_options.js';
import { open } from './opening.js';
import { send } from './sending.js';

/** Living instances of every API; each instance keeps the dependencies it was made with. */
const handles = new Handles<Instance>();

/**
 * A tlsio over an xio of its own: over the `underlying_io_interface` of its `TLSIO_CONFIG`, or over a socketio. It
 * closes asynchronously. What `dependencies` does not give has its real default.
 */
export function create_tlsio_chained(dependencies: Partial<Dependencies> = {}): TlsioApi {
  return create_tlsio(makeChainedTransport, dependencies);
}

/**
 * A tlsio over a TCP connection of its own, which `dependencies.connect` gives. It closes synchronously. What
 * `dependencies` does not give has its real default.
 */
export function create_tlsio_direct(dependencies: Partial<Dependencies> = {}): TlsioApi {
  return create_tlsio(makeDirectTransport, dependencies);
}

/** The argument checks, which come before the check of the state, and the way from handles to instances. */
export function create_tlsio(makeTransport: MakeTransport, given: Partial<Dependencies>): TlsioApi {
  const dependencies: Dependencies = { ...defaultDependencies, ...given };

  const fail = (message: string): typeof _FAILURE_ => {
    dependencies.log('AZ_LOG_ERROR', message);
    return _FAILURE_;
  };
  const failNull = (caller: string, parameter: string): number => fail(`${caller}: ${parameter} is NULL`);
  /** Finds the instance of a handle; logs when there is none: SRS_TLSIO_30_030, 30_050, 30_060, 30_070, 30_120, 30_160. */
  const find = (handle: CONCRETE_IO_HANDLE | null, caller: string): Instance | null => {
    const instance = handles.find(handle);
    if (instance === null) fail(`${caller}: tlsio_handle is NULL or not a living tlsio`);
    return instance;
  };

  const api: TlsioApi = {
    tlsio_create(io_create_parameters) {
      const instance = createInstance(io_create_parameters, makeTransport, dependencies);
      if (!('refusal' in instance)) return handles.give(instance);
      fail(`tlsio_create: ${instance.refusal}`);
      return null;
    },

    tlsio_destroy(tlsio_handle) {
      if (tlsio_handle === null) return;
      const instance = find(tlsio_handle, 'tlsio_destroy');
      if (instance === null) return;
      // Released first: what the callbacks below call is refused.
      handles.release(tlsio_handle);
      try {
        closeForDestroy(instance);
      } finally {
        // Only a callback that threw leaves a connection behind.
        instance.session?.connection.abort();
        instance.transport.destroy();
      }
    },

    tlsio_open_async(
      tlsio_handle,
      on_io_open_complete,
      on_io_open_complete_context,
      on_bytes_received,
      on_bytes_received_context,
      on_io_error,
      on_io_error_context,
    ) {
      const instance = find(tlsio_handle, 'tlsio_open_async');
      if (instance === null) return _FAILURE_;
      if (!on_io_open_complete) return failNull('tlsio_open_async', 'on_io_open_complete');
      if (!on_bytes_received) return failNull('tlsio_open_async', 'on_bytes_received');
      if (!on_io_error) return failNull('tlsio_open_async', 'on_io_error');
      return open(instance, {
        on_io_open_complete,
        on_io_open_complete_context,
        on_bytes_received,
        on_bytes_received_context,
        on_io_error,
        on_io_error_context,
      });
    },

    tlsio_close_async(tlsio_handle, on_io_close_complete, callback_context) {
      const instance = find(tlsio_handle, 'tlsio_close_async');
      if (instance === null) return _FAILURE_;
      if (!on_io_close_complete) return failNull('tlsio_close_async', 'on_io_close_complete');
      return close(instance, { on_io_close_complete, callback_context });
    },

    tlsio_send_async(tlsio_handle, buffer, size, on_send_complete, callback_context) {
      const instance = find(tlsio_handle, 'tlsio_send_async');
      if (instance === null) return _FAILURE_;
      if (!buffer) return failNull('tlsio_send_async', 'buffer');
      if (!on_send_complete) return failNull('tlsio_send_async', 'on_send_complete');
      if (size === 0) return fail('tlsio_send_async: size is 0');
      return send(instance, buffer, size, on_send_complete, callback_context);
    },

    tlsio_dowork(tlsio_handle) {
      const instance = find(tlsio_handle, 'tlsio_dowork');
      if (instance !== null) dowork(instance);
    },

    tlsio_setoption(tlsio_handle, optionName, value) {
      const instance = find(tlsio_handle, 'tlsio_setoption');
      if (instance === null) return _FAILURE_;
      if (optionName === null) return failNull('tlsio_setoption', 'optionName');
      if (value === null || value === undefined) return failNull('tlsio_setoption', 'value');
      return setOption(instance, optionName, value);
    },

    tlsio_retrieveoptions(tlsio_handle) {
      const instance = find(tlsio_handle, 'tlsio_retrieveoptions');
      return instance === null ? null : retrieveOptions(instance, api.tlsio_setoption);
    },

    tlsio_get_interface_description: () => description,
  };

  const description: IO_INTERFACE_DESCRIPTION = Object.freeze({
    concrete_io_retrieveoptions: api.tlsio_retrieveoptions,
    concrete_io_create: api.tlsio_create,
    concrete_io_destroy: api.tlsio_destroy,
    concrete_io_open: api.tlsio_open_async,
    concrete_io_close: api.tlsio_close_async,
    concrete_io_send: api.tlsio_send_async,
    concrete_io_dowork: api.tlsio_dowork,
    concrete_io_setoption: api.tlsio_setoption,
  });
  return Object.freeze(api);
}
