import type { ArmedFaults } from '../armed_faults.js';
import type { ServerCertificate } from '../../../../src/stage/certificates.js';
import type { FaultName } from '../faults.js';

/** How a peer treats one connection from its first byte to the end of the handshake. */
export interface Conduct {
  readonly manner: 'serve' | 'close at once' | 'talk garbage' | 'reset in mid-handshake' | 'stay silent';
  readonly certificate: ServerCertificate;
  /** Newest protocol that it offers. */
  readonly newest: 'TLSv1.1' | 'TLSv1.3';
}

const WELL_BEHAVED: Conduct = { manner: 'serve', certificate: 'good', newest: 'TLSv1.3' };

const DEVIATIONS: Partial<Readonly<Record<FaultName, Partial<Conduct>>>> = {
  'a connection that closes before the handshake': { manner: 'close at once' },
  'garbage instead of a handshake': { manner: 'talk garbage' },
  'a reset in mid-handshake': { manner: 'reset in mid-handshake' },
  'a silent peer': { manner: 'stay silent' },
  'an expired certificate': { certificate: 'expired' },
  'a self-signed certificate': { certificate: 'selfSigned' },
  'a certificate for another host': { certificate: 'otherHost' },
  'an old TLS version': { newest: 'TLSv1.1' },
};

/** The conduct for a connection that begins now: the armed fault that shows itself in it strikes. */
export function conductNow(faults: ArmedFaults): Conduct {
  const fault = (Object.keys(DEVIATIONS) as FaultName[]).find((name) => faults.strike(name));
  return { ...WELL_BEHAVED, ...(fault === undefined ? {} : DEVIATIONS[fault]) };
}
