import { certificatesFor } from '../../../../src/stage/certificates.js';
import type { Recorder } from '../../../../src/stage/recorder.js';
import type { Libwebsockets } from '../../../../src/adapters/wsio/libwebsockets/libwebsockets.js';
import { movements } from '../loopback/movements.js';
import { WebSocketServerPeer } from '../loopback/websocket_server_peer.js';
import type { lws_context } from '../../../../src/adapters/wsio/libwebsockets/lws.js';
import { trustedBy } from '../trusted.js';
import type { Ground } from '../underlying.js';
import {
  createNativeLibwebsockets,
  createTlsContext,
} from '../../../../src/adapters/wsio/libwebsockets/native/native_libwebsockets.js';
import type { ObservedConnection } from '../../../../src/adapters/wsio/libwebsockets/native/native_lws.js';
import type { TlsContext } from '../../../../src/adapters/wsio/libwebsockets/native/native_openssl.js';

const HOST = 'localhost';

/** Notes what a scenario makes of the library, so that nothing of it outlives the scenario, and whether it is served. */
class Usage {
  readonly connections: ObservedConnection[] = [];
  private readonly contexts: lws_context[] = [];
  private tls: TlsContext | null = null;
  private services = 0;
  private servicesBefore = 0;

  /** @throws LibraryMissingError */
  library(): Libwebsockets {
    const real = createNativeLibwebsockets((connection) => {
      this.connections.push(connection);
    });
    return {
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
    this.tls ??= createTlsContext();
    if (this.tls === null) throw new Error('SSL_CTX_new failed');
    return this.tls.handle;
  }

  /** True when there was no service since it was asked last. */
  lacksService(): boolean {
    const lacks = this.services === this.servicesBefore;
    this.servicesBefore = this.services;
    return lacks;
  }

  dispose({ lws_context_destroy }: Libwebsockets): void {
    for (const context of this.contexts) lws_context_destroy(context);
    this.tls?.free();
  }
}

/** The libwebsockets of this system, and a real server on the loopback interface. */
export async function createNativeGround(recorder: Recorder): Promise<Ground> {
  const usage = new Usage();
  const library = usage.library();
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
    kind: 'native',
    library,
    peer,
    plain,
    secure: { ...plain, port: peer.ports.secure, use_ssl: true, trusted_ca: trustedBy(certificates) },
    asksForCertificates: 'lws_create_context',
    tlsContext: () => usage.tlsContext(),
    moving: () => movements(usage.connections, peer, usage.lacksService()),
    dispose: async () => {
      usage.dispose(library);
      await peer.dispose();
    },
  };
}
