import type { Libwebsockets } from './libwebsockets/libwebsockets.js';
import type { lws_callback_function, lws_callback_reasons } from './libwebsockets/lws.js';
import { IO_OPEN_OK } from '../xio/xio.js';
import { loadCertificates } from './certificates.js';
import { failSession } from './failing.js';
import { completeOpen, Session } from './instance.js';
import { writeNext } from './writing.js';

/** SRS_WSIO_01_066 and 01_068. */
function established(session: Session): void {
  const { instance } = session;
  if (instance.state !== 'opening') {
    failSession(session, 'the connection was established a second time');
    return;
  }
  instance.state = 'open';
  completeOpen(session, IO_OPEN_OK);
}

/** SRS_WSIO_01_082 to 01_088 and 01_122. */
function received(session: Session, bytes: Uint8Array | null, length: number): void {
  if (session.instance.state !== 'open') {
    failSession(session, 'bytes came before the connection was established');
  } else if (length === 0) {
    failSession(session, 'an empty message came');
  } else if (bytes === null) {
    failSession(session, `${length} bytes came without a buffer`);
  } else {
    const { on_bytes_received, on_bytes_received_context } = session.callbacks;
    on_bytes_received?.(on_bytes_received_context, bytes.subarray(0, length), length);
  }
}

/** SRS_WSIO_01_089, 01_129 and 01_130. */
function certificatesWanted(session: Session, context: object | null): void {
  if (session.instance.state !== 'opening') {
    failSession(session, 'certificates were asked for while open');
    return;
  }
  const failed = loadCertificates(session.instance, context);
  if (failed !== null) {
    later(session, () => {
      failSession(session, failed);
    });
  }
}

/** What is told while `wsio_open` is still starting waits for its end. */
function later(session: Session, event: () => void): void {
  if (session.early === null) event();
  else session.early.push(event);
}

function handle(
  session: Session,
  reason: lws_callback_reasons,
  bytes: Uint8Array | null,
  length: number,
): void {
  switch (reason) {
    case 'LWS_CALLBACK_CLIENT_ESTABLISHED':
      established(session);
      return;
    case 'LWS_CALLBACK_CLIENT_CONNECTION_ERROR':
      failSession(session, bytes === null ? 'the connection failed' : new TextDecoder().decode(bytes));
      return;
    case 'LWS_CALLBACK_CLOSED':
      failSession(session, 'the peer closed the connection');
      return;
    case 'LWS_CALLBACK_CLIENT_WRITEABLE':
      if (session.instance.state === 'open') writeNext(session);
      else failSession(session, 'the connection was writeable before it was established');
      return;
    case 'LWS_CALLBACK_CLIENT_RECEIVE':
      received(session, bytes, length);
      return;
  }
}

/**
 * What libwebsockets calls whenever something happens (SRS_WSIO_01_013). The session comes as the context's user; one
 * that was closed is told nothing any more.
 */
export function on_ws_callback({ lws_get_context, lws_context_user }: Libwebsockets): lws_callback_function {
  return (wsi, reason, user, in_, len) => {
    const session = lws_context_user(lws_get_context(wsi));
    if (!(session instanceof Session) || !session.current) return 0;
    if (reason === 'LWS_CALLBACK_OPENSSL_LOAD_EXTRA_CLIENT_VERIFY_CERTS') {
      // At once: the store is read when this returns.
      certificatesWanted(session, user);
      return 0;
    }
    // Bytes are libwebsockets' again when this returns.
    const bytes = session.early === null || in_ === null ? in_ : Uint8Array.from(in_);
    later(session, () => {
      handle(session, reason, bytes, len);
    });
    return 0;
  };
}
