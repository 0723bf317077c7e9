import { describe } from '../xio/noted_stream.js';
import { IO_OPEN_ERROR, IO_OPEN_OK } from '../xio/xio.js';
import { enterClosed } from './closing.js';
import { Session } from './instance.js';
import type { Instance, OpenCallbacks } from './instance.js';
import { TLSIO_STATE_EXT_CLOSED, TLSIO_STATE_EXT_OPEN, TLSIO_STATE_EXT_OPENING } from './states.js';

/**
 * Starts to open; all progress is made in `tlsio_dowork`.
 * Serves SRS_TLSIO_30_034, 30_035, 30_037, 30_038 and 30_039.
 */
export function open(instance: Instance, callbacks: OpenCallbacks): number {
  if (instance.state !== TLSIO_STATE_EXT_CLOSED) {
    return instance.fail(`tlsio_open_async: not allowed in ${instance.state}`);
  }
  const hostname = instance.hostname.toString();
  const { port } = instance;
  try {
    const secureContext = instance.options.secureContext();
    const connection = instance.transport.connect({ hostname, port, secureContext });
    if (connection === null) {
      return instance.fail(`tlsio_open_async: no connection to ${hostname}:${port} can be started`);
    }
    instance.session = new Session(connection, callbacks);
  } catch (error) {
    return instance.fail(`tlsio_open_async: the TLS options are of no use: ${describe(error)}`);
  }
  instance.state = TLSIO_STATE_EXT_OPENING;
  return 0;
}

/** The TLSIO_STATE_EXT_OPENING behaviors of `tlsio_dowork`: SRS_TLSIO_30_080, 30_082, 30_083 and 30_007. */
export function continueOpening(instance: Instance, session: Session): void {
  const { connection } = session;
  connection.pump();
  connection.flush();
  if (connection.secured) {
    instance.state = TLSIO_STATE_EXT_OPEN;
    instance.completeOpen(session, IO_OPEN_OK);
  } else if (connection.loss !== null) {
    const peer = `${instance.hostname.toString()}:${instance.port}`;
    instance.logError(`tlsio_dowork: opening a TLS connection to ${peer} failed: ${connection.loss}`);
    enterClosed(instance);
    instance.completeOpen(session, IO_OPEN_ERROR);
  }
}
