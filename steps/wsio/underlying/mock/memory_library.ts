import type { Libwebsockets } from '../../../../src/adapters/wsio/libwebsockets/libwebsockets.js';
import type {
  lws_callback_function,
  lws_context_creation_info,
} from '../../../../src/adapters/wsio/libwebsockets/lws.js';
import { memoryList } from './memory_list.js';
import { memoryOpenssl, MemoryTlsContext } from './memory_openssl.js';
import type { ScriptedPeer } from './scripted_peer.js';

class MemoryContext {
  readonly connections: MemoryConnection[] = [];
  isDestroyed = false;
  constructor(readonly info: lws_context_creation_info) {}
}

/** A connection without a network: what the peer does is told in the next service. */
class MemoryConnection {
  wantsToWrite = false;
  stands = false;
  private isAsked = false;
  private isOver = false;

  constructor(
    readonly context: MemoryContext,
    private readonly secure: boolean,
    private readonly callback: lws_callback_function,
    readonly peer: ScriptedPeer,
  ) {}

  get gone(): boolean {
    return this.isOver || this.context.isDestroyed;
  }

  leave(): void {
    if (this.stands) this.peer.left();
    this.isOver = true;
    this.stands = false;
  }

  service(): void {
    if (!this.stands && !this.isOver) this.open();
    while (this.stands && !this.gone) {
      const message = this.peer.nextMessage();
      if (message === null) break;
      this.callback(this, 'LWS_CALLBACK_CLIENT_RECEIVE', null, message, message.length);
    }
    if (this.stands && !this.gone && this.peer.hasEnded) {
      this.stands = false;
      this.isOver = true;
      this.callback(this, 'LWS_CALLBACK_CLOSED', null, null, 0);
    }
    if (this.stands && !this.gone && this.wantsToWrite) {
      this.wantsToWrite = false;
      this.callback(this, 'LWS_CALLBACK_CLIENT_WRITEABLE', null, null, 0);
    }
  }

  private open(): void {
    if (this.secure && !this.isAsked) {
      this.isAsked = true;
      const reason = 'LWS_CALLBACK_OPENSSL_LOAD_EXTRA_CLIENT_VERIFY_CERTS';
      const tls = new MemoryTlsContext();
      this.callback(this, reason, tls, null, 0);
      if (this.gone) return;
      if (!this.peer.isTrustedBy(tls)) {
        this.fail('the certificate is not trusted');
        return;
      }
    }
    if (this.peer.conduct === 'hold') return;
    if (this.peer.conduct === 'accept') {
      this.stands = true;
      this.peer.stood();
      this.callback(this, 'LWS_CALLBACK_CLIENT_ESTABLISHED', null, null, 0);
    } else {
      this.fail(`the peer's conduct: ${this.peer.conduct}`);
    }
  }

  private fail(reason: string): void {
    this.isOver = true;
    const text = new TextEncoder().encode(reason);
    this.callback(this, 'LWS_CALLBACK_CLIENT_CONNECTION_ERROR', null, text, text.length);
  }
}

/** libwebsockets in memory, and a peer that a scenario plays. Everything is told inside `lws_service`. */
export function memoryLibrary(peer: ScriptedPeer): Libwebsockets {
  return {
    ...memoryList,
    ...memoryOpenssl,
    lws_get_internal_extensions: () => [{}],
    lws_create_context: (info) => new MemoryContext(info),
    lws_client_connect: (clients, _address, port, use_ssl, path, host, origin, protocol, version) => {
      const callback =
        clients instanceof MemoryContext
          ? clients.info.protocols.find(({ name }) => name === protocol)?.callback
          : null;
      if (!(clients instanceof MemoryContext) || !callback) return null;
      const secure = use_ssl !== 0;
      peer.asked({
        port,
        secure,
        path,
        host,
        origin,
        protocol,
        version: version === -1 ? '13' : `${version}`,
      });
      const connection = new MemoryConnection(clients, secure, callback, peer);
      clients.connections.push(connection);
      return connection;
    },
    lws_service: (context) => {
      if (!(context instanceof MemoryContext) || context.isDestroyed) return -1;
      for (const connection of context.connections) connection.service();
      return 0;
    },
    lws_callback_on_writable: (wsi) => {
      if (!(wsi instanceof MemoryConnection) || wsi.gone) return -1;
      wsi.wantsToWrite = true;
      return 0;
    },
    lws_write: (wsi, buf, len, protocol) => {
      if (!(wsi instanceof MemoryConnection) || !wsi.stands) return -1;
      peer.arrive({ bytes: Buffer.from(buf.subarray(0, len)), binary: protocol === 'LWS_WRITE_BINARY' });
      return len;
    },
    lws_context_destroy: (context) => {
      if (!(context instanceof MemoryContext)) return;
      context.isDestroyed = true;
      for (const connection of context.connections) connection.leave();
    },
    lws_get_context: (wsi) => (wsi instanceof MemoryConnection ? wsi.context : wsi),
    lws_context_user: (context) => (context instanceof MemoryContext ? context.info.user : null),
  };
}
