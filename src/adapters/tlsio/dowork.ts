import { continueClosing } from './closing.js';
import { exchange } from './exchange.js';
import type { Instance } from './instance.js';
import { continueOpening } from './opening.js';
import { TLSIO_STATE_EXT } from './states.js';

/**
 * Selects the behaviors of the state; in TLSIO_STATE_EXT_CLOSED and TLSIO_STATE_EXT_ERROR there are none.
 * Serves SRS_TLSIO_30_071, 30_075, 30_077, 30_077#2 and 30_078.
 */
export function dowork(instance: Instance): void {
  const { session } = instance;
  // From inside a callback there is nothing to do: the call that made the callback goes on when it returns.
  if (session === null || instance.calling) return;
  switch (instance.state) {
    case TLSIO_STATE_EXT.TLSIO_STATE_EXT_OPENING:
      continueOpening(instance, session);
      return;
    case TLSIO_STATE_EXT.TLSIO_STATE_EXT_OPEN:
      exchange(instance, session);
      return;
    case TLSIO_STATE_EXT.TLSIO_STATE_EXT_CLOSING:
      continueClosing(instance, session);
      return;
    case TLSIO_STATE_EXT.TLSIO_STATE_EXT_CLOSED:
    case TLSIO_STATE_EXT.TLSIO_STATE_EXT_ERROR:
      return;
  }
}
