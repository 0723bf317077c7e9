import type { LIST_ITEM_HANDLE } from './libwebsockets/list.js';
import { IO_OPEN_CANCELLED, IO_SEND_CANCELLED } from '../xio/xio.js';
import { completeOpen } from './instance.js';
import type { Instance, PendingClose } from './instance.js';
import { Message } from './message.js';

/** Closes before it returns, from every state in which an open was accepted. SRS_WSIO_01_041 to 01_049. */
export function close(instance: Instance, pending: PendingClose): number {
  if (instance.state === 'closed' || instance.state === 'closing') {
    return instance.fail(`wsio_close: not allowed while ${instance.state}`);
  }
  instance.pendingClose = pending;
  closeNow(instance);
  return 0;
}

/**
 * The close action; a destroy from inside one of its callbacks runs it to its end, and there is then nothing left to do.
 * Serves SRS_WSIO_01_009, 01_038, 01_043, 01_047 and 01_048.
 */
export function closeNow(instance: Instance): void {
  const { session } = instance;
  if (session === null) return;
  const wasOpening = instance.state === 'opening';
  instance.state = 'closing';
  if (wasOpening) completeOpen(session, IO_OPEN_CANCELLED);
  cancelPending(instance);
  if (!session.current) return;
  instance.session = null;
  if (session.context !== null) instance.surroundings.libwebsockets.lws_context_destroy(session.context);
  instance.state = 'closed';
  const pending = instance.pendingClose;
  instance.pendingClose = null;
  pending?.on_io_close_complete?.(pending.callback_context);
}

/** Cancels what is pending, first in, first out, each out of the list before it is told: SRS_WSIO_01_108 to 01_111. */
function cancelPending(instance: Instance): void {
  const { surroundings, list, session } = instance;
  const { libwebsockets } = surroundings;
  let stuck: LIST_ITEM_HANDLE | null = null;
  while (session?.current) {
    const item = libwebsockets.list_get_head_item(list);
    if (item === null || item === stuck) return;
    const message = libwebsockets.list_item_get_value(item);
    if (libwebsockets.list_remove(list, item) !== 0) {
      instance.fail('wsio_close: list_remove failed');
      stuck = item;
    }
    if (message instanceof Message) message.complete(surroundings, IO_SEND_CANCELLED);
  }
}
