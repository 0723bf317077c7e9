import { IO_SEND_ERROR, IO_SEND_OK } from '../xio/xio.js';
import type { Instance, Session } from './instance.js';
import { TLSIO_STATE_EXT_ERROR, TLSIO_STATE_EXT_OPEN } from './states.js';

/**
 * The data transmission and reception behaviors of `tlsio_dowork` (SRS_TLSIO_30_077#2). What came before the end of
 * a connection is delivered before the end is told.
 */
export function exchange(instance: Instance, session: Session): void {
  const { connection } = session;
  connection.pump();
  completeSent(instance);
  receive(instance, session);
  if (!instance.isStill(TLSIO_STATE_EXT_OPEN, session)) return;
  if (connection.loss === null) {
    instance.queue.handOver(connection);
    connection.flush();
  }
  if (connection.loss !== null) enterError(instance, session, connection.loss);
}

/** Completes the messages whose bytes were all taken below, each dequeued before its callback: SRS_TLSIO_30_091. */
function completeSent(instance: Instance): void {
  const { queue } = instance;
  // Whoever closes from inside a callback empties the queue, which ends this as well.
  while (queue.first?.sent === true) {
    const message = queue.dequeue();
    if (message !== null) instance.completeSend(message, IO_SEND_OK);
  }
}

/** Delivers what was received, as long as there is some and the state allows it: SRS_TLSIO_30_100 and 30_102. */
function receive(instance: Instance, session: Session): void {
  while (instance.isStill(TLSIO_STATE_EXT_OPEN, session)) {
    const bytes = session.connection.receive();
    if (bytes === null) return;
    if (bytes.length > 0) instance.deliver(session, bytes);
  }
}

/**
 * A message that was being sent fails with its connection, then the error is told; messages behind it stay queued.
 * The state changes first, so that a send from inside a callback is refused: SRS_TLSIO_30_005, 30_002 and 30_095.
 */
function enterError(instance: Instance, session: Session, reason: string): void {
  instance.logError(`tlsio_dowork: the connection to ${instance.hostname.toString()} was lost: ${reason}`);
  instance.state = TLSIO_STATE_EXT_ERROR;
  const failed = instance.queue.first?.begun === true ? instance.queue.dequeue() : null;
  if (failed !== null) instance.completeSend(failed, IO_SEND_ERROR);
  if (instance.isStill(TLSIO_STATE_EXT_ERROR, session)) instance.reportError(session);
}
