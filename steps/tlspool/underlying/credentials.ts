import type { TLSPOOL_CREDENTIALS } from '../../../src/adapters/tlspool/api.js';
import { certificatesFor } from '../../../src/stage/certificates.js';

/** The name that the pool's certificate is for, and that a peer asks for. */
export const SERVER_NAME = 'server.example';

/** What a pool shows, and whom it trusts: made for this process. */
export async function credentials(): Promise<TLSPOOL_CREDENTIALS> {
  const { authority, server } = await certificatesFor(SERVER_NAME);
  return { authority, certificate: server.good.certificate, private_key: server.good.privateKey };
}
