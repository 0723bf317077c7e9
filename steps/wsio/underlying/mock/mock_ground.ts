import { certificatesFor } from '../../../../src/stage/certificates.js';
import type { Recorder } from '../../../../src/stage/recorder.js';
import { trustedBy } from '../trusted.js';
import type { Ground } from '../underlying.js';
import { memoryLibrary } from './memory_library.js';
import { MemoryTlsContext } from './memory_openssl.js';
import { ScriptedPeer } from './scripted_peer.js';

const HOST = 'peer.example';

/** libwebsockets and a peer without any network. */
export async function createMockGround(recorder: Recorder): Promise<Ground> {
  const certificates = await certificatesFor(HOST);
  const peer = new ScriptedPeer(certificates, recorder);
  const plain = {
    host: HOST,
    port: 8080,
    protocol_name: 'conformance',
    relative_path: '/io?spec=1',
    use_ssl: false,
    trusted_ca: null,
  };
  return {
    kind: 'mock',
    library: memoryLibrary(peer),
    peer,
    plain,
    secure: { ...plain, port: 8443, use_ssl: true, trusted_ca: trustedBy(certificates) },
    asksForCertificates: 'lws_service',
    tlsContext: () => new MemoryTlsContext(),
    moving: () => peer.moving(),
    dispose: () => Promise.resolve(),
  };
}
