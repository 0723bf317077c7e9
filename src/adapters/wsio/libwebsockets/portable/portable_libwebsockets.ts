import type { Libwebsockets } from '../libwebsockets.js';
import type { lws, lws_context, lws_context_creation_info, lws_extension, LwsFunctions } from '../lws.js';
import { Connection } from './connection.js';
import { portableList } from './portable_list.js';
import { portableOpenssl } from './portable_openssl.js';

/** `struct lws_context`: the connections of a client. */
class Context {
  private readonly connections = new Set<Connection>();
  private isServicing = false;
  private isDestroyed = false;

  constructor(readonly info: lws_context_creation_info) {}

  connect(make: () => Connection | null): Connection | null {
    const connection = this.isDestroyed ? null : make();
    if (connection !== null) this.connections.add(connection);
    return connection;
  }

  service(): number {
    if (this.isDestroyed) return -1;
    // From inside a callback: the service that made it goes on by itself.
    if (this.isServicing) return 0;
    this.isServicing = true;
    try {
      for (const connection of this.connections) connection.service();
    } finally {
      this.isServicing = false;
    }
    return 0;
  }

  destroy(): void {
    this.isDestroyed = true;
    for (const connection of this.connections) connection.discard();
    this.connections.clear();
  }
}

/** The library has none built in: messages are not compressed. */
const EXTENSIONS: readonly lws_extension[] = Object.freeze([]);

/** How a connection is doing, for whoever waits for it. */
export type Observed = Pick<Connection, 'connecting' | 'standing' | 'hasWork' | 'sent' | 'noted'>;

function portableLws(onConnection: (connection: Observed) => void): LwsFunctions {
  const contextOf = (context: lws_context): Context | null => (context instanceof Context ? context : null);
  const connectionOf = (wsi: lws): Connection | null => (wsi instanceof Connection ? wsi : null);
  return {
    lws_get_internal_extensions: () => EXTENSIONS,
    lws_create_context: (info) => new Context(info),
    lws_client_connect: (clients, address, port, use_ssl, path, host, origin, protocol, version) => {
      const context = contextOf(clients);
      const callback = context?.info.protocols.find(({ name }) => name === protocol)?.callback ?? null;
      if (context === null || callback === null || version !== -1) return null;
      const target = { address, port, secure: use_ssl !== 0, path, host, origin, protocol };
      const connection = context.connect(() => Connection.start(context, target, callback));
      if (connection !== null) onConnection(connection);
      return connection;
    },
    lws_service: (context) => contextOf(context)?.service() ?? -1,
    lws_callback_on_writable: (wsi) => (connectionOf(wsi)?.askToWrite() === true ? 0 : -1),
    lws_write: (wsi, buf, len, protocol) => connectionOf(wsi)?.write(buf, len, protocol) ?? -1,
    lws_context_destroy: (context) => {
      contextOf(context)?.destroy();
    },
    lws_get_context: (wsi) => connectionOf(wsi)?.context ?? wsi,
    lws_context_user: (context) => contextOf(context)?.info.user,
  };
}

/**
 * libwebsockets over the `ws` package and the TLS of Node.js, without anything to install. What the sockets bring is
 * noted, and told inside `lws_service` only, which never waits. `lws_write` takes all or fails.
 * @param onConnection Is shown each connection that is started.
 */
export function createPortableLibwebsockets(
  onConnection: (connection: Observed) => void = () => undefined,
): Libwebsockets {
  return { ...portableLws(onConnection), ...portableList, ...portableOpenssl };
}
