import type {
  CONCRETE_IO_HANDLE,
  IO_INTERFACE_DESCRIPTION,
  OPTIONHANDLER_HANDLE,
} from '../../../../src/adapters/xio/xio.js';
import { _FAILURE_ } from '../../../../src/stage/xio.js';
import type { Movement } from '../../../../src/stage/under_way.js';
import type { Address, Wire } from '../wire.js';
import { LineSession } from './line_session.js';

type Open = Parameters<IO_INTERFACE_DESCRIPTION['concrete_io_open']>;

/** An instance of the xio. */
class LineIo {
  session: LineSession | null = null;
  readonly options = new Map<string, unknown>();

  constructor(readonly address: Address) {}

  /** Ends the session, if one stands. */
  close(): void {
    const { session } = this;
    this.session = null;
    session?.close();
  }
}

/**
 * The judge's own xio, over lines in memory or sockets. It behaves as a well-written one does: callbacks only inside its own
 * calls, one completion for each open and send, what is pending cancelled when it closes, an end of the line told as an
 * error.
 */
export function createLineIo(dial: Wire['dial']): {
  readonly io: IO_INTERFACE_DESCRIPTION;
  moving(): readonly Movement[];
} {
  /** Instances that were opened and not closed since. */
  const opened = new Set<LineIo>();
  const close = (instance: LineIo): void => {
    opened.delete(instance);
    instance.close();
  };
  const io: IO_INTERFACE_DESCRIPTION = {
    concrete_io_create: (parameters) => new LineIo(addressOf(parameters)),
    concrete_io_destroy: (handle) => {
      if (handle instanceof LineIo) close(handle);
    },
    concrete_io_open: (...parameters) => {
      const [handle] = parameters;
      if (!(handle instanceof LineIo) || handle.session !== null) return _FAILURE_;
      opened.add(handle);
      return open(handle, parameters, dial);
    },
    concrete_io_close: (handle, on_io_close_complete, context) => {
      if (!(handle instanceof LineIo)) return _FAILURE_;
      close(handle);
      on_io_close_complete?.(context);
      return 0;
    },
    concrete_io_send: (handle, buffer, size, on_send_complete, context) => {
      const session = handle instanceof LineIo ? handle.session : null;
      if (session?.isOpen !== true || buffer === null || size === 0) return _FAILURE_;
      session.send(Buffer.from(buffer.subarray(0, size)), (result) => on_send_complete?.(context, result));
      return 0;
    },
    concrete_io_dowork: (handle) => {
      if (!(handle instanceof LineIo)) return;
      const { session } = handle;
      session?.dowork(() => handle.session === session);
    },
    concrete_io_setoption: (handle, name, value) => {
      if (!(handle instanceof LineIo) || name === null || value === null) return _FAILURE_;
      handle.options.set(name, value);
      return 0;
    },
    concrete_io_retrieveoptions: (handle) => (handle instanceof LineIo ? retrieved(handle, io) : null),
  };
  const moving = (): readonly Movement[] =>
    [...opened]
      .filter(({ session }) => session?.hasEvents)
      .map(() => ({ what: 'what the next dowork of the underlying IO tells', waitsForAdapter: true }));
  return { io, moving };
}

function open(io: LineIo, parameters: Open, dial: Wire['dial']): number {
  const [, on_open, open_context, on_bytes, bytes_context, on_error, error_context] = parameters;
  if (on_open === null || on_bytes === null || on_error === null) return _FAILURE_;
  const session = new LineSession(dial, io.address, {
    opened: (result) => {
      // An open that failed leaves the instance closed, so that it can be opened again from inside the callback.
      if (!session.isOpen && io.session === session) io.session = null;
      on_open(open_context, result);
    },
    received: (bytes) => {
      on_bytes(bytes_context, bytes, bytes.length);
    },
    error: () => {
      on_error(error_context);
    },
  });
  io.session = session;
  return 0;
}

function retrieved(source: LineIo, io: IO_INTERFACE_DESCRIPTION): OPTIONHANDLER_HANDLE {
  const options = [...source.options].map(([name, value]) => ({ name, value }));
  return {
    options,
    OptionHandler_FeedOptions(destination: CONCRETE_IO_HANDLE): number {
      const taken = options.map(({ name, value }) => io.concrete_io_setoption(destination, name, value));
      return taken.every((result) => result === 0) ? 0 : _FAILURE_;
    },
  };
}

/** What a `SOCKETIO_CONFIG` names; it takes whatever it is given. */
function addressOf(parameters: unknown): Address {
  const given = typeof parameters === 'object' && parameters !== null ? parameters : {};
  return {
    host: 'hostname' in given && typeof given.hostname === 'string' ? given.hostname : '',
    port: 'port' in given && typeof given.port === 'number' ? given.port : 0,
  };
}
