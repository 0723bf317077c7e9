import type { Certificates } from '../../../src/stage/certificates.js';

/** A `trusted_ca` of two certificates, of which only the last one signed the peer's: each has to be read. */
export function trustedBy({ client, authority }: Certificates): string {
  return `${client.certificate}\n${authority}\n`;
}
