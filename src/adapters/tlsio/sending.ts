import { copyMessage } from '../xio/message_copy.js';
import type { ON_SEND_COMPLETE } from '../xio/xio.js';
import type { Instance } from './instance.js';
import { Message } from './send_queue.js';
import { TLSIO_STATE_EXT_OPEN } from './states.js';

/** Queues a copy of a message for `tlsio_dowork`. Serves SRS_TLSIO_30_063 to 30_066. */
export function send(
  instance: Instance,
  buffer: Uint8Array,
  size: number,
  on_send_complete: ON_SEND_COMPLETE,
  callback_context: unknown,
): number {
  if (instance.state !== TLSIO_STATE_EXT_OPEN) {
    return instance.fail(`tlsio_send_async: not allowed in ${instance.state}`);
  }
  const copy = copyMessage(instance.dependencies, buffer, size);
  if ('reason' in copy) return instance.fail(`tlsio_send_async: ${copy.reason}`);
  instance.queue.enqueue(new Message(copy.bytes, on_send_complete, callback_context));
  return 0;
}
