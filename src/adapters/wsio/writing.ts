import type { LIST_ITEM_HANDLE } from './libwebsockets/list.js';
import {
  LWS_SEND_BUFFER_POST_PADDING,
  LWS_SEND_BUFFER_PRE_PADDING,
  lws_write_protocol,
} from './libwebsockets/lws.js';
import { IO_SEND_ERROR, IO_SEND_OK } from '../xio/xio.js';
import { failSession } from './failing.js';
import type { Session } from './instance.js';
import { Message } from './message.js';

interface Head {
  readonly item: LIST_ITEM_HANDLE;
  readonly message: Message;
}

/** The first pending send, or null; SRS_WSIO_01_071. What a list would not let go of is over, and tried once more. */
function headOf({ instance }: Session): Head | null {
  const { list, surroundings } = instance;
  const { list_get_head_item, list_item_get_value, list_remove } = surroundings.libwebsockets;
  for (;;) {
    const item = list_get_head_item(list);
    const message = item === null ? null : list_item_get_value(item);
    if (item === null || !(message instanceof Message)) return null;
    if (!message.isOver) return { item, message };
    if (list_remove(list, item) !== 0) return null;
  }
}

/** Bytes taken by `lws_write`; null when it failed, or there is no memory for its padded buffer. SRS_WSIO_01_072 to 01_075. */
function write({ instance, wsi }: Session, payload: Uint8Array): number | null {
  const { allocate, release, libwebsockets } = instance.surroundings;
  const size = LWS_SEND_BUFFER_PRE_PADDING + payload.length + LWS_SEND_BUFFER_POST_PADDING;
  const padded = wsi === null ? null : allocate(size);
  if (wsi === null || padded === null) return null;
  padded.set(payload, LWS_SEND_BUFFER_PRE_PADDING);
  try {
    const written = libwebsockets.lws_write(
      wsi,
      padded.subarray(LWS_SEND_BUFFER_PRE_PADDING),
      payload.length,
      lws_write_protocol.LWS_WRITE_BINARY,
    );
    // SRS_WSIO_01_118: a count that cannot be is no success.
    return written < 0 || written > payload.length ? null : written;
  } finally {
    release?.(padded);
  }
}

/** Asks for the next event while there is something to send: SRS_WSIO_01_081, 01_115 and 01_116. */
function continueLater(session: Session): void {
  const { instance, wsi } = session;
  if (!session.current || instance.state !== 'open' || wsi === null || headOf(session) === null) return;
  const { libwebsockets } = instance.surroundings;
  if (libwebsockets.lws_callback_on_writable(wsi) < 0)
    failSession(session, 'lws_callback_on_writable failed');
}

/** Takes a message out of the list, and tells how it ended: SRS_WSIO_01_073, 01_076 to 01_079, 01_113, 01_114, 01_117 to 01_119. */
function finish(session: Session, { item, message }: Head, isSent: boolean): void {
  const { surroundings, list } = session.instance;
  const isRemoved = surroundings.libwebsockets.list_remove(list, item) === 0;
  message.complete(surroundings, isSent ? IO_SEND_OK : IO_SEND_ERROR);
  if (!isRemoved) failSession(session, 'list_remove failed');
  else if (!isSent && message.partiallySent) failSession(session, 'a message was sent in part only');
  else continueLater(session);
}

/** Sends what is left of the first pending send. */
export function writeNext(session: Session): void {
  const head = headOf(session);
  if (head === null) return;
  const { message } = head;
  const written = write(session, message.leftover);
  // lws_write may close the connection and say so at once.
  if (!session.current || message.isOver) return;
  if (written !== null) message.removeSent(written);
  const isSent = written !== null && message.leftover.length === 0;
  if (isSent || written === null) finish(session, head, isSent);
  else continueLater(session);
}
