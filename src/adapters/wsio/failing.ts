import { IO_OPEN_ERROR } from '../xio/xio.js';
import { completeOpen } from './instance.js';
import type { Session } from './instance.js';

/** Ends an open in progress: the connection goes, then the user is told. SRS_WSIO_01_037, 01_069, 01_121, 01_122, 01_129. */
function failOpening(session: Session): void {
  const { instance } = session;
  instance.session = null;
  instance.state = 'closed';
  if (session.context !== null) instance.surroundings.libwebsockets.lws_context_destroy(session.context);
  completeOpen(session, IO_OPEN_ERROR);
}

/** Tells the user of an open IO that it is of no use any more, once. */
function failOpen({ instance, callbacks }: Session): void {
  instance.state = 'error';
  callbacks.on_io_error?.(callbacks.on_io_error_context);
}

/** Something went wrong: whoever waits for the open, or works with the open IO, is told. In any other state nobody is. */
export function failSession(session: Session, reason: string): void {
  const { instance } = session;
  if (!session.current || (instance.state !== 'opening' && instance.state !== 'open')) return;
  instance.fail(`wsio: ${reason}`);
  if (instance.state === 'opening') failOpening(session);
  else failOpen(session);
}
