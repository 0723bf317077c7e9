import type { Recorder } from '../../tls/recorder.js';
import { certificatesFor } from '../../tls/certificates.js';
import type { Movement } from '../../tls/underlying.js';
import type { Libwebsockets } from '../libwebsockets.js';
import type { Observed } from '../portable/portable_libwebsockets.js';
import { createPortableLibwebsockets } from '../portable/portable_libwebsockets.js';
import { TlsContext } from '../portable/portable_openssl.js';
import { trustedBy } from '../trusted.js';
import type { Ground } from '../underlying.js';
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
    tlsContext: () => new TlsContext(),
    moving: () => movements(near, peer),
    dispose: () => peer.dispose(),
  };
}

const byItself = (what: string): Movement => ({ what, waitsForAdapter: false });

/** Both ends are in this process: what one has done and the other has not noticed is on its way. */
function movements(near: readonly Observed[], peer: WebSocketServerPeer): readonly Movement[] {
  const connecting = near.filter((connection) => connection.connecting).length;
  const standing = near.filter((connection) => connection.standing);
  const far = peer.connections.filter(({ closed }) => !closed);
  const all: Movement[] = [];
  if (connecting > peer.held) all.push(byItself('a connection being made'));
  if (connecting < peer.held) all.push(byItself('the end of an attempt on the way to the peer'));
  for (const { hasWork } of near) {
    if (hasWork) all.push({ what: 'what the adapter has not asked for', waitsForAdapter: true });
  }
  if (standing.length < far.length) all.push(byItself('an end on the way to the peer'));
  if (standing.length > far.length) all.push(byItself('an end on the way to the adapter'));
  const [here] = standing;
  const [there] = far;
  if (here === undefined || there === undefined || standing.length > 1 || far.length > 1) return all;
  if (here.sent > there.arrived) all.push(byItself('a message on the way to the peer'));
  if (there.sent > here.noted)
    all.push({ what: 'a message on the way to the adapter', waitsForAdapter: here.hasWork });
  if (there.ended) all.push(byItself('an end on the way to the adapter'));
  return all;
}
