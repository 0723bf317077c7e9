import { X509Certificate, createPrivateKey } from 'node:crypto';
import type { SecureContext, SecureVersion } from 'node:tls';
import { describe } from '../xio/noted_stream.js';
import { secureContextOf } from './secure_contexts.js';

/** Names of the TLS options, as the Azure C library has them. */
export const OPTION_TRUSTED_CERT = 'TrustedCerts';
export const OPTION_X509_CERT = 'x509certificate';
export const OPTION_X509_PRIVATE_KEY = 'x509privatekey';
export const OPTION_TLS_VERSION = 'tls_version';

const VERSIONS = new Map<unknown, SecureVersion>([
  [12, 'TLSv1.2'],
  ['12', 'TLSv1.2'],
  [13, 'TLSv1.3'],
  ['13', 'TLSv1.3'],
]);

const PEM_CERTIFICATE = /-----BEGIN CERTIFICATE-----[^]*?-----END CERTIFICATE-----/g;

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return value instanceof Uint8Array ? new TextDecoder().decode(value) : null;
}

/** What was accepted last: every new instance of a user is given the same certificates. */
let accepted = '';

/** Why a text is not one or more PEM certificates, or null. */
function refuseCertificates(text: string): string | null {
  if (text === accepted) return null;
  const certificates = text.match(PEM_CERTIFICATE);
  if (certificates === null) return 'no PEM certificate in it';
  try {
    for (const certificate of certificates) new X509Certificate(certificate);
    accepted = text;
    return null;
  } catch (error) {
    return describe(error);
  }
}

function refusePrivateKey(text: string): string | null {
  try {
    createPrivateKey(text);
    return null;
  } catch (error) {
    return describe(error);
  }
}

/**
 * The TLS options of one instance, kept until it is destroyed (SRS_TLSIO_30_124):
 * - `TrustedCerts`: PEM certificates of the authorities that are trusted, in place of those Node.js comes with;
 * - `x509certificate`, `x509privatekey`: PEM of the client's own certificate chain and key;
 * - `tls_version`: the lowest version that is accepted, 12 (the default) or 13.
 *
 * No option turns verification off. What is set takes effect with the next open.
 */
export class TlsOptions {
  private readonly values = new Map<string, string>();
  private context: SecureContext | null = null;

  /** True when the name is one of the TLS options. */
  knows(name: string): boolean {
    return [OPTION_TRUSTED_CERT, OPTION_X509_CERT, OPTION_X509_PRIVATE_KEY, OPTION_TLS_VERSION].includes(
      name,
    );
  }

  /** Stores a copy of the value; returns the reason when it is refused, and then keeps what was set before. */
  set(name: string, value: unknown): string | null {
    if (name === OPTION_TLS_VERSION) {
      if (!VERSIONS.has(value)) return `${name} is the lowest TLS version: 12 or 13`;
      this.store(name, String(value));
      return null;
    }
    const text = textOf(value);
    if (text === null) return `${name} takes a PEM text`;
    const refusal = name === OPTION_X509_PRIVATE_KEY ? refusePrivateKey(text) : refuseCertificates(text);
    if (refusal !== null) return `${name} is malformed: ${refusal}`;
    this.store(name, text);
    return null;
  }

  /** The options that were set, in the form `set` takes them. */
  entries(): Iterable<readonly [string, string]> {
    return this.values;
  }

  /** What node:tls needs of the options. @throws Error when certificate and key do not belong together */
  secureContext(): SecureContext {
    const ca = this.values.get(OPTION_TRUSTED_CERT);
    const cert = this.values.get(OPTION_X509_CERT);
    const key = this.values.get(OPTION_X509_PRIVATE_KEY);
    this.context ??= secureContextOf({
      minVersion: VERSIONS.get(this.values.get(OPTION_TLS_VERSION)) ?? 'TLSv1.2',
      maxVersion: 'TLSv1.3',
      ...(ca === undefined ? {} : { ca }),
      ...(cert === undefined ? {} : { cert }),
      ...(key === undefined ? {} : { key }),
    });
    return this.context;
  }

  private store(name: string, value: string): void {
    this.values.set(name, value);
    this.context = null;
  }
}
