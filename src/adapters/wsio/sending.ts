import { copyMessage } from '../xio/message_copy.js';
import type { ON_SEND_COMPLETE } from '../xio/xio.js';
import type { Instance } from './instance.js';
import { Message } from './message.js';

/** Queues a copy of a message for the next time that libwebsockets can write. SRS_WSIO_01_050 to 01_056, 01_105 to 01_107. */
export function send(
  instance: Instance,
  buffer: Uint8Array,
  size: number,
  on_send_complete: ON_SEND_COMPLETE | null,
  callback_context: unknown,
): number {
  const { surroundings, list, session, state } = instance;
  const { libwebsockets } = surroundings;
  if (state !== 'open' || session?.wsi == null) return instance.fail(`wsio_send: not allowed while ${state}`);
  const copy = copyMessage(surroundings, buffer, size);
  if ('reason' in copy) return instance.fail(`wsio_send: ${copy.reason}`);
  const message = new Message(copy.bytes, on_send_complete, callback_context);
  const item = libwebsockets.list_add(list, message);
  if (item === null) {
    message.giveUp(surroundings);
    return instance.fail('wsio_send: list_add failed');
  }
  if (libwebsockets.lws_callback_on_writable(session.wsi) >= 0) return 0;
  libwebsockets.list_remove(list, item);
  message.giveUp(surroundings);
  return instance.fail('wsio_send: lws_callback_on_writable failed');
}
