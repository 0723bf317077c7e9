import { failSession } from './failing.js';
import type { Instance } from './instance.js';

/** Without waiting: SRS_WSIO_01_112. */
const NO_TIME = 0;

/**
 * Lets libwebsockets work while opening or open; from inside one of its callbacks there is nothing to do, because it is
 * at work already. Serves SRS_WSIO_01_061 and 01_062.
 */
export function service(instance: Instance): void {
  const { session, state } = instance;
  if (session?.context == null || session.servicing || (state !== 'opening' && state !== 'open')) return;
  session.servicing = true;
  try {
    const result = instance.surroundings.libwebsockets.lws_service(session.context, NO_TIME);
    if (result < 0) failSession(session, 'lws_service failed');
  } finally {
    session.servicing = false;
  }
}
