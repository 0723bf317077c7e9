import { certificatesFor } from '../../../../src/stage/certificates.js';
import type { Recorder } from '../../../../src/stage/recorder.js';
import type { Libwebsockets } from '../../../../src/adapters/wsio/libwebsockets/libwebsockets.js';
import type { lws_context } from '../../../../src/adapters/wsio/libwebsockets/lws.js';
import { trustedBy } from '../trusted.js';
import type { AsksForCertificates, Ground } from '../underlying.js';
import { movements, type LibraryConnection } from './movements.js';
import { WebSocketServerPeer } from './websocket_server_peer.js';

const HOST = 'localhost';

/** An `SSL_CTX` of a library's own, until it is freed. */
export interface TlsContext {
  readonly handle: object;
  free(): void;
}

/** A library over real sockets that adapters stand on in production. */
export interface ProductionLibrary {
  readonly kind: 'loopback' | 'native';
  readonly asksForCertificates: AsksForCertificates;
  /** True when it notices what its sockets bring by itself; false when it looks only while it is serviced. */
  readonly noticesByItself: boolean;
  /** Makes it; `onConnection` is shown each connection that is started. */
  readonly create: (onConnection: (connection: LibraryConnection) => void) => Libwebsockets;
  readonly createTlsContext: () => TlsContext;
}

/** Notes what a scenario makes of a library, so that nothing of it outlives the scenario, and whether it is serviced. */
class Usage {
  readonly connections: LibraryConnection[] = [];
  readonly library: Libwebsockets;
  private readonly contexts: lws_context[] = [];
  private tls: TlsContext | null = null;
  private services = 0;
  private servicesBefore = 0;

  constructor(private readonly production: ProductionLibrary) {
    const real = production.create((connection) => {
      this.connections.push(connection);
    });
    this.library = {
      ...real,
      lws_create_context: (info) => {
        const context = real.lws_create_context(info);
        if (context !== null) this.contexts.push(context);
        return context;
      },
      lws_service: (context, timeout_ms) => {
        this.services += 1;
        return real.lws_service(context, timeout_ms);
      },
    };
  }

  tlsContext(): object {
    this.tls ??= this.production.createTlsContext();
    return this.tls.handle;
  }

  /** True when the library looks at its sockets only in a service, and there was none since this was asked last. */
  lacksService(): boolean {
    const lacks = this.services === this.servicesBefore;
    this.servicesBefore = this.services;
    return lacks && !this.production.noticesByItself;
  }

  dispose(): void {
    for (const context of this.contexts) this.library.lws_context_destroy(context);
    this.tls?.free();
  }
}

/**
 * A production library over real sockets, and a real server on the loopback interface.
 * @throws whatever `create` throws where the library is not on this machine.
 */
export async function createServerGround(production: ProductionLibrary, recorder: Recorder): Promise<Ground> {
  const usage = new Usage(production);
  const certificates = await certificatesFor(HOST);
  const peer = new WebSocketServerPeer(certificates, recorder);
  await peer.listen();
  const plain = {
    host: HOST,
    port: peer.ports.plain,
    protocol_name: 'conformance',
    relative_path: '/io?spec=1',
    use_ssl: false,
    trusted_ca: null,
  };
  return {
    kind: production.kind,
    library: usage.library,
    peer,
    plain,
    secure: { ...plain, port: peer.ports.secure, use_ssl: true, trusted_ca: trustedBy(certificates) },
    asksForCertificates: production.asksForCertificates,
    tlsContext: () => usage.tlsContext(),
    moving: () => movements(usage.connections, peer, usage.lacksService()),
    dispose: async () => {
      usage.dispose();
      await peer.dispose();
    },
  };
}
