import type { webcrypto } from 'node:crypto';
import { isIP } from 'node:net';
import type * as x509 from '@peculiar/x509';

/** A certificate and its private key, both PEM. */
export interface Credentials {
  readonly certificate: string;
  readonly privateKey: string;
}

/** Which certificate a peer shows; each is wrong in one way only, `good` in none. */
export type ServerCertificate = 'good' | 'expired' | 'selfSigned' | 'otherHost';

/** What a scenario about one host needs: the authority that a client trusts, and what signs for whom. */
export interface Certificates {
  /** PEM of the authority: value of the option `TrustedCerts`. */
  readonly authority: string;
  readonly server: Readonly<Record<ServerCertificate, Credentials>>;
  readonly client: Credentials;
}

/** Common name of the client certificate, as a peer reports it. */
export const CLIENT_NAME = 'iospec client';

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;
const DAY = 24 * 60 * 60 * 1000;
const DAYS_VALID = 365;

interface Authority {
  readonly keys: webcrypto.CryptoKeyPair;
  readonly certificate: x509.X509Certificate;
}

/** Loaded with the first certificate: a process that makes none starts without its many modules. */
async function library(): Promise<typeof x509> {
  await import('reflect-metadata');
  return import('@peculiar/x509');
}

let authority: Promise<Authority> | null = null;
const byHost = new Map<string, Promise<Certificates>>();

/**
 * Certificates for a host, made on first use and then kept for the process. The server certificates also carry
 * `localhost` and 127.0.0.1; nothing is written to disk.
 */
export function certificatesFor(hostname: string): Promise<Certificates> {
  const known = byHost.get(hostname);
  if (known !== undefined) return known;
  const made = makeCertificates(hostname);
  byHost.set(hostname, made);
  return made;
}

async function makeCertificates(hostname: string): Promise<Certificates> {
  const x509 = await library();
  authority ??= makeAuthority();
  const issuer = await authority;
  const names = [...new Set([hostname, 'localhost', '127.0.0.1'])].filter((name) => name !== '');
  const [good, expired, selfSigned, otherHost, client] = await Promise.all([
    issue({ issuer, subject: 'iospec peer', names }),
    issue({ issuer, subject: 'iospec peer', names, daysLeft: -1 }),
    issue({ issuer: null, subject: 'iospec peer', names }),
    issue({ issuer, subject: 'iospec peer', names: ['elsewhere.invalid'] }),
    issue({ issuer, subject: CLIENT_NAME, names: [], usage: x509.ExtendedKeyUsage.clientAuth }),
  ]);
  return {
    authority: issuer.certificate.toString('pem'),
    server: { good, expired, selfSigned, otherHost },
    client,
  };
}

async function makeAuthority(): Promise<Authority> {
  const x509 = await library();
  const keys = await generateKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: newSerial(),
    name: 'CN=iospec authority',
    ...validity(DAYS_VALID),
    keys,
    signingAlgorithm: SIGNING,
    extensions: [
      new x509.BasicConstraintsExtension(true, 1, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { keys, certificate };
}

interface Order {
  /** Who signs; null: the certificate signs itself. */
  readonly issuer: Authority | null;
  readonly subject: string;
  readonly names: readonly string[];
  readonly daysLeft?: number;
  readonly usage?: x509.ExtendedKeyUsage;
}

async function issue(order: Order): Promise<Credentials> {
  const x509 = await library();
  const keys = await generateKeys();
  const subject = `CN=${order.subject}`;
  const extensions: x509.Extension[] = [
    new x509.BasicConstraintsExtension(false),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
    new x509.ExtendedKeyUsageExtension([order.usage ?? x509.ExtendedKeyUsage.serverAuth]),
  ];
  if (order.names.length > 0) {
    extensions.push(
      new x509.SubjectAlternativeNameExtension(
        order.names.map((value) => ({ type: isIP(value) === 0 ? 'dns' : 'ip', value })),
      ),
    );
  }
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: newSerial(),
    subject,
    issuer: order.issuer?.certificate.subject ?? subject,
    ...validity(order.daysLeft ?? DAYS_VALID),
    publicKey: keys.publicKey,
    signingKey: order.issuer?.keys.privateKey ?? keys.privateKey,
    signingAlgorithm: SIGNING,
    extensions,
  });
  const privateKey = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
  return {
    certificate: certificate.toString('pem'),
    privateKey: x509.PemConverter.encode(privateKey, 'PRIVATE KEY'),
  };
}

function generateKeys(): Promise<webcrypto.CryptoKeyPair> {
  return crypto.subtle.generateKey(CURVE, true, ['sign', 'verify']);
}

/** Begins a week ago, so that an expired certificate was valid once and a clock that is a little off does no harm. */
function validity(daysLeft: number): { notBefore: Date; notAfter: Date } {
  const now = Date.now();
  return { notBefore: new Date(now - 7 * DAY), notAfter: new Date(now + daysLeft * DAY) };
}

/** A positive number of 15 octets, in hexadecimal digits. */
function newSerial(): string {
  return `01${Buffer.from(crypto.getRandomValues(new Uint8Array(14))).toString('hex')}`;
}
