import type { Recorder } from '../../../../src/stage/recorder.js';
import { certificatesFor } from '../../../../src/stage/certificates.js';
import type { Libwebsockets } from '../../../../src/adapters/wsio/libwebsockets/libwebsockets.js';
import type { Observed } from '../../../../src/adapters/wsio/libwebsockets/portable/portable_libwebsockets.js';
import { createPortableLibwebsockets } from '../../../../src/adapters/wsio/libwebsockets/portable/portable_libwebsockets.js';
import { TlsContext } from '../../../../src/adapters/wsio/libwebsockets/portable/portable_openssl.js';
import { trustedBy } from '../trusted.js';
import type { Ground } from '../underlying.js';
import { movements } from './movements.js';
import { WebSocketServerPeer } from './websocket_server_peer.js';

const HOST = 'localhost';

/** The library over real sockets, and a real server on the loopback interface. */
export async function createLoopbackGround(recorder: Recorder): Promise<Ground> {
  const certificates = await certificatesFor(HOST);
  const peer = new WebSocketServerPeer(certificates, recorder);
  await peer.listen();
  const near: Observed[] = [];
  const library: Libwebsockets = createPortableLibwebsockets((connection) => {
    near.push(connection);
  });
  const plain = {
    host: HOST,
    port: peer.ports.plain,
    protocol_name: 'conformance',
    relative_path: '/io?spec=1',
    use_ssl: false,
    trusted_ca: null,
  };
  return {
    kind: 'loopback',
    library,
    peer,
    plain,
    secure: { ...plain, port: peer.ports.secure, use_ssl: true, trusted_ca: trustedBy(certificates) },
    asksForCertificates: 'lws_service',
    tlsContext: () => new TlsContext(),
    moving: () => movements(near, peer, false),
    dispose: () => peer.dispose(),
  };
}
