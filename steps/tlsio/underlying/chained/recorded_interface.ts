import type { IO_INTERFACE_DESCRIPTION } from '../../../../src/adapters/xio/xio.js';
import { bytes, type Recorder } from '../../../../src/stage/recorder.js';

/** A VTable whose calls, results and callbacks are told as they happen. */
export function recordedInterface(
  io: IO_INTERFACE_DESCRIPTION,
  recorder: Recorder,
): IO_INTERFACE_DESCRIPTION {
  const told = <T>(name: string, detail: string, call: () => T, describe: (result: T) => string): T => {
    recorder.call(name, detail);
    const result = call();
    recorder.returned(name, describe(result));
    return result;
  };
  /** A callback that is told before it is made; NULL stays NULL, the underlying IO judges it. */
  const watched = <P extends unknown[]>(
    name: string,
    callback: ((...parameters: P) => void) | null,
    describe: (...parameters: P) => string,
  ): ((...parameters: P) => void) | null =>
    callback === null
      ? null
      : (...parameters) => {
          recorder.callback(name, describe(...parameters));
          callback(...parameters);
        };

  return {
    concrete_io_create: (parameters) =>
      told(
        'concrete_io_create',
        describeParameters(parameters),
        () => io.concrete_io_create(parameters),
        describeHandle,
      ),
    concrete_io_destroy: (handle) => {
      told(
        'concrete_io_destroy',
        '',
        () => {
          io.concrete_io_destroy(handle);
        },
        () => '',
      );
    },
    concrete_io_open: (handle, on_open, open_context, on_bytes, bytes_context, on_error, error_context) =>
      told(
        'concrete_io_open',
        '',
        () =>
          io.concrete_io_open(
            handle,
            watched('on_io_open_complete', on_open, (_, result) => result),
            open_context,
            watched('on_bytes_received', on_bytes, (_, __, size) => bytes(size)),
            bytes_context,
            watched('on_io_error', on_error, () => ''),
            error_context,
          ),
        String,
      ),
    concrete_io_close: (handle, on_close, context) =>
      told(
        'concrete_io_close',
        '',
        () =>
          io.concrete_io_close(
            handle,
            watched('on_io_close_complete', on_close, () => ''),
            context,
          ),
        String,
      ),
    concrete_io_send: (handle, buffer, size, on_send, context) =>
      told(
        'concrete_io_send',
        bytes(size),
        () =>
          io.concrete_io_send(
            handle,
            buffer,
            size,
            watched('on_send_complete', on_send, (_, result) => result),
            context,
          ),
        String,
      ),
    concrete_io_dowork: (handle) => {
      recorder.dowork('concrete_io_dowork', () => {
        io.concrete_io_dowork(handle);
      });
    },
    concrete_io_setoption: (handle, name, value) =>
      told(
        'concrete_io_setoption',
        name ?? 'NULL',
        () => io.concrete_io_setoption(handle, name, value),
        String,
      ),
    concrete_io_retrieveoptions: (handle) =>
      told('concrete_io_retrieveoptions', '', () => io.concrete_io_retrieveoptions(handle), describeHandle),
  };
}

function describeHandle(handle: object | null): string {
  return handle === null ? 'NULL' : 'an instance';
}

function describeParameters(parameters: unknown): string {
  if (typeof parameters !== 'object' || parameters === null) return String(parameters);
  return Object.entries(parameters)
    .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(', ');
}
