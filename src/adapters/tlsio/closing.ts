import { IO_OPEN_CANCELLED, IO_SEND_CANCELLED } from '../xio/xio.js';
import type { Instance, PendingClose, Session } from './instance.js';
import type { CloseProgress, Connection } from './transport.js';
import {
  TLSIO_STATE_EXT_CLOSED,
  TLSIO_STATE_EXT_CLOSING,
  TLSIO_STATE_EXT_ERROR,
  TLSIO_STATE_EXT_OPEN,
  TLSIO_STATE_EXT_OPENING,
} from './states.js';

/** Milliseconds that a graceful close may take. */
const CLOSE_TIME = 5000;

/**
 * Closes: gracefully and later where the design can and the state is OPEN, at once otherwise.
 * Serves SRS_TLSIO_30_051, 30_052, 30_053, 30_056 and 30_057.
 */
export function close(instance: Instance, pending: PendingClose): number {
  const { state } = instance;
  if (state !== TLSIO_STATE_EXT_OPEN && state !== TLSIO_STATE_EXT_ERROR) {
    instance.dependencies.log('AZ_LOG_INFO', `tlsio_close_async: called in ${state}`);
  }
  // Known from here on, so that whoever closes or destroys from inside a callback below completes this close as well.
  instance.closes.push(pending);
  const overtaken = (): boolean => !instance.closes.includes(pending);
  cancelOpening(instance);
  if (overtaken()) return 0;
  enterClosing(instance);
  if (overtaken()) return 0;
  if (state === TLSIO_STATE_EXT_OPEN && instance.transport.asynchronousClose) {
    instance.closeDeadline = instance.dependencies.now() + CLOSE_TIME;
  } else {
    enterClosed(instance);
  }
  return 0;
}

/** The TLSIO_STATE_EXT_CLOSING behaviors of `tlsio_dowork`: SRS_TLSIO_30_106 and 30_107. */
export function continueClosing(instance: Instance, { connection }: Session): void {
  // What is known already is looked at first: a peer that answered may be gone by now, and that is no failure.
  let progress = goOn(connection);
  if (progress === 'pending') {
    connection.pump();
    progress = goOn(connection);
  }
  if (progress === 'pending' && instance.dependencies.now() < instance.closeDeadline) return;
  if (progress !== 'graceful') {
    const reason =
      progress === 'pending' ? `the peer did not answer within ${CLOSE_TIME} ms` : progress.failure;
    instance.logError(`tlsio_dowork: the close did not end gracefully: ${reason}`);
  }
  enterClosed(instance);
}

function goOn(connection: Connection): CloseProgress {
  while (connection.receive() !== null) {
    // Bytes that arrive after the close was asked for are nobody's.
  }
  const progress = connection.shutDown();
  connection.flush();
  return progress;
}

/**
 * Cancels what is under way and closes at once; completes a close that is pending.
 * Serves SRS_TLSIO_30_022.
 */
export function closeForDestroy(instance: Instance): void {
  const { state } = instance;
  if (state !== TLSIO_STATE_EXT_CLOSED && state !== TLSIO_STATE_EXT_OPEN) {
    instance.logError(`tlsio_destroy: called in ${state}`);
  }
  cancelOpening(instance);
  enterClosing(instance);
  enterClosed(instance);
}

/** The connection goes first, then every close that was accepted is completed, once: SRS_TLSIO_30_006. */
export function enterClosed(instance: Instance): void {
  instance.session?.connection.abort();
  instance.session = null;
  instance.state = TLSIO_STATE_EXT_CLOSED;
  for (let pending = instance.closes.shift(); pending !== undefined; pending = instance.closes.shift()) {
    instance.completeClose(pending);
  }
}

/** Cancels messages in the order they were sent, each dequeued before its callback: SRS_TLSIO_30_009. */
function enterClosing(instance: Instance): void {
  instance.state = TLSIO_STATE_EXT_CLOSING;
  for (let message = instance.queue.dequeue(); message !== null; message = instance.queue.dequeue()) {
    instance.completeSend(message, IO_SEND_CANCELLED);
  }
}

/** Tells an open that is under way that it is cancelled, before the state changes: SRS_TLSIO_30_057. */
function cancelOpening(instance: Instance): void {
  if (instance.state !== TLSIO_STATE_EXT_OPENING || instance.session === null) return;
  instance.completeOpen(instance.session, IO_OPEN_CANCELLED);
}
