import type { IO_INTERFACE_DESCRIPTION } from '../../../../src/adapters/xio/xio.js';
import { ObservedCalls, type ObservedCallsOptions } from '../../../../src/stage/observed_calls.js';
import { bytes, type Recorder } from '../../../../src/stage/recorder.js';

/** The calls of an xio's VTable as an adapter makes them; its callbacks are told as they come. */
export type ObservedInterface = ObservedCalls<IO_INTERFACE_DESCRIPTION>;

/** Words for the arguments of those functions whose arguments say something to a reader. */
const GIVEN: ReadonlyMap<string, (parameters: readonly unknown[]) => string> = new Map([
  ['concrete_io_create', ([parameters]: readonly unknown[]) => describeParameters(parameters)],
  ['concrete_io_send', ([, , size]: readonly unknown[]) => bytes(Number(size))],
  ['concrete_io_setoption', ([, name]: readonly unknown[]) => (typeof name === 'string' ? name : 'NULL')],
]);

/** A VTable whose calls, results and callbacks are written down as they happen. */
export function observedInterface(
  io: IO_INTERFACE_DESCRIPTION,
  { recorder, doubles }: Pick<ObservedCallsOptions<string>, 'recorder' | 'doubles'>,
): ObservedInterface {
  return new ObservedCalls(tellingCallbacks(io, recorder), {
    recorder,
    doubles,
    telling: (name) => (name === 'concrete_io_dowork' ? 'eventful' : 'each'),
    given: (name, parameters) => GIVEN.get(name)?.(parameters) ?? '',
    got: ({ result }) => describeResult(result),
  });
}

/** The same VTable, whose callbacks are told before they are made. */
function tellingCallbacks(io: IO_INTERFACE_DESCRIPTION, recorder: Recorder): IO_INTERFACE_DESCRIPTION {
  /** NULL stays NULL: the underlying IO judges it. */
  const told = <P extends unknown[]>(
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
    ...io,
    concrete_io_open: (handle, on_open, open_context, on_bytes, bytes_context, on_error, error_context) =>
      io.concrete_io_open(
        handle,
        told('on_io_open_complete', on_open, (_, result) => result),
        open_context,
        told('on_bytes_received', on_bytes, (_, __, size) => bytes(size)),
        bytes_context,
        told('on_io_error', on_error, () => ''),
        error_context,
      ),
    concrete_io_close: (handle, on_close, context) =>
      io.concrete_io_close(
        handle,
        told('on_io_close_complete', on_close, () => ''),
        context,
      ),
    concrete_io_send: (handle, buffer, size, on_send, context) =>
      io.concrete_io_send(
        handle,
        buffer,
        size,
        told('on_send_complete', on_send, (_, result) => result),
        context,
      ),
  };
}

function describeResult(result: unknown): string {
  if (result === undefined) return '';
  if (result === null) return 'NULL';
  return typeof result === 'number' ? String(result) : 'an instance';
}

function describeParameters(parameters: unknown): string {
  if (typeof parameters !== 'object' || parameters === null) return String(parameters);
  return Object.entries(parameters)
    .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(', ');
}
