export {
  certificatesFor,
  CLIENT_NAME,
  type Certificates,
  type Credentials,
} from '../../../src/stage/certificates.js';
export { createTlsUnderlying, type TlsUnderlyingOptions } from './create_tls_underlying.js';
export { canShow, FAULTS, faultsAt, type FaultName, type FaultPoint } from './faults.js';
export type { TlsPeer } from './peer.js';
export {
  createOpenSslPeer,
  opensslAvailable,
  opensslVersion,
  type OpenSslPeer,
  type OpenSslPeerOptions,
} from './peer/openssl_peer.js';
export type { Completion, CompletionPlan, TlsUnderlying } from './underlying.js';
