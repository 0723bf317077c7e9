import type { Duplex } from 'node:stream';
import { connect, createSecureContext, TLSSocket, type SecureContext } from 'node:tls';
import type { TLSPOOL_CREDENTIALS } from '../api.js';

/** What a handshake is done with. */
export interface HandshakeOptions {
  readonly role: 'client' | 'server';
  readonly secureContext: SecureContext;
  /** Whom the peer must be; empty: anybody that the authority vouches for. */
  readonly remoteid: string;
  /** Asks whether this side is the one that the peer wants; rejects when it is not. */
  readonly onLocalIdentity: (localid: string) => Promise<void>;
}

/** The pool's certificate and whom it trusts; throws for what is no PEM. */
export function contextOf({ authority, certificate, private_key }: TLSPOOL_CREDENTIALS): SecureContext {
  return createSecureContext({ ca: authority, cert: certificate, key: private_key });
}

/**
 * By any of these a handshake has failed: a socket that no server made tells it by `_tlsError` alone, and one that waits for the
 * own side to agree to a name tells by `end` alone that the peer has gone.
 */
const FAILURES = ['_tlsError', 'error', 'end', 'close'] as const;

/** Does TLS over `cipher`; rejects when the handshake fails. Nothing is read of what the peer sends afterwards. */
export function handshake(cipher: Duplex, options: HandshakeOptions): Promise<TLSSocket> {
  const secured = options.role === 'client' ? asClient(cipher, options) : asServer(cipher, options);
  return new Promise((resolve, reject) => {
    const failed = (error?: Error): void => {
      reject(error ?? new Error('the connection ended in the handshake'));
      secured.destroy();
      cipher.destroy();
    };
    for (const event of FAILURES) secured.once(event, failed);
    cipher.once('close', failed);
    secured.once(options.role === 'client' ? 'secureConnect' : 'secure', () => {
      for (const event of FAILURES) secured.off(event, failed);
      cipher.off('close', failed);
      resolve(secured);
    });
  });
}

function asClient(cipher: Duplex, { remoteid, secureContext }: HandshakeOptions): TLSSocket {
  return connect({
    socket: cipher,
    secureContext,
    ...(remoteid === '' ? { checkServerIdentity: () => undefined } : { servername: remoteid }),
  });
}

function asServer(cipher: Duplex, { secureContext, onLocalIdentity }: HandshakeOptions): TLSSocket {
  return new TLSSocket(cipher, {
    isServer: true,
    secureContext,
    SNICallback: (name, done) => {
      onLocalIdentity(name).then(
        () => {
          done(null, secureContext);
        },
        (error: unknown) => {
          done(error instanceof Error ? error : new Error(String(error)));
        },
      );
    },
  });
}
