import type { lws_context_creation_info, lws_protocols } from './libwebsockets/lws.js';
import { CONTEXT_PORT_NO_LISTEN } from './libwebsockets/lws.js';
import { on_ws_callback } from './events.js';
import { Session } from './instance.js';
import type { Instance, OpenCallbacks } from './instance.js';

/** SRS_WSIO_01_012: what ends the list of protocols. */
const NO_PROTOCOL: lws_protocols = {
  name: null,
  callback: null,
  per_session_data_size: 0,
  rx_buffer_size: 0,
  id: 0,
  user: null,
};

/** SRS_WSIO_01_011 to 01_019 and 01_091 to 01_097. */
function contextInfo(session: Session): lws_context_creation_info {
  const { settings, surroundings } = session.instance;
  return {
    port: CONTEXT_PORT_NO_LISTEN,
    iface: null,
    protocols: [
      {
        ...NO_PROTOCOL,
        name: String(settings.protocol_name),
        callback: on_ws_callback(surroundings.libwebsockets),
      },
      NO_PROTOCOL,
    ],
    extensions: surroundings.libwebsockets.lws_get_internal_extensions(),
    token_limits: null,
    ssl_private_key_password: null,
    ssl_cert_filepath: null,
    ssl_private_key_filepath: null,
    ssl_ca_filepath: null,
    ssl_cipher_list: null,
    http_proxy_address: null,
    http_proxy_port: 0,
    gid: -1,
    uid: -1,
    options: 0,
    user: session,
    ka_time: 0,
    ka_probes: 0,
    ka_interval: 0,
    provided_client_ssl_ctx: null,
  };
}

/** Creates the context and starts to connect; says what failed, or null. SRS_WSIO_01_010 and 01_022 to 01_033. */
function start(session: Session): string | null {
  const { settings, surroundings } = session.instance;
  const { libwebsockets } = surroundings;
  const context = libwebsockets.lws_create_context(contextInfo(session));
  if (context === null) return 'lws_create_context';
  session.context = context;
  const host = String(settings.host);
  session.wsi = libwebsockets.lws_client_connect(
    context,
    host,
    settings.port,
    settings.use_ssl ? 1 : 0,
    String(settings.relative_path),
    host,
    host,
    String(settings.protocol_name),
    -1,
  );
  if (session.wsi !== null) return null;
  libwebsockets.lws_context_destroy(context);
  return 'lws_client_connect';
}

/**
 * Starts to open; `wsio_dowork` goes on. What libwebsockets tells while it is being started waits until it has, so that
 * an open that fails calls nothing back. Serves SRS_WSIO_01_034, 01_035 and 01_104.
 */
export function open(instance: Instance, callbacks: OpenCallbacks): number {
  if (instance.state !== 'closed') return instance.fail(`wsio_open: not allowed while ${instance.state}`);
  const session = new Session(instance, callbacks);
  instance.session = session;
  instance.state = 'opening';
  const failed = start(session);
  if (failed !== null) {
    instance.session = null;
    instance.state = 'closed';
    return instance.fail(`wsio_open: ${failed} failed`);
  }
  const early = session.early ?? [];
  session.early = null;
  for (const event of early) event();
  return 0;
}
