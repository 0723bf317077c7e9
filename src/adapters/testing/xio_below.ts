import { create_socketio } from '../socketio/socketio.js';
import type { IO_INTERFACE_DESCRIPTION } from '../xio/xio.js';

/** A socketio as an interface, with some of its functions replaced; each replacement is given the real one. */
export function xioBelow(
  change: (real: IO_INTERFACE_DESCRIPTION) => Partial<IO_INTERFACE_DESCRIPTION> = () => ({}),
): IO_INTERFACE_DESCRIPTION {
  const quiet = create_socketio({ log: () => undefined }).socketio_get_interface_description();
  return { ...quiet, ...change(quiet) };
}

/** Counts and watches all calls of an interface. */
export function watched(
  inner: IO_INTERFACE_DESCRIPTION,
  onCall: (name: string) => void,
): IO_INTERFACE_DESCRIPTION {
  return {
    concrete_io_retrieveoptions: (io) => {
      onCall('retrieveoptions');
      return inner.concrete_io_retrieveoptions(io);
    },
    concrete_io_create: (parameters) => {
      onCall('create');
      return inner.concrete_io_create(parameters);
    },
    concrete_io_destroy: (io) => {
      onCall('destroy');
      inner.concrete_io_destroy(io);
    },
    concrete_io_open: (...parameters) => {
      onCall('open');
      return inner.concrete_io_open(...parameters);
    },
    concrete_io_close: (...parameters) => {
      onCall('close');
      return inner.concrete_io_close(...parameters);
    },
    concrete_io_send: (...parameters) => {
      onCall('send');
      return inner.concrete_io_send(...parameters);
    },
    concrete_io_dowork: (io) => {
      onCall('dowork');
      inner.concrete_io_dowork(io);
    },
    concrete_io_setoption: (...parameters) => {
      onCall('setoption');
      return inner.concrete_io_setoption(...parameters);
    },
  };
}
