import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import { checkServerIdentity, connect } from 'node:tls';
import type { TLSSocket } from 'node:tls';
import { NotedStream } from '../xio/noted_stream.js';
import type { TlsSettings } from './transport.js';

/**
 * Bytes that may be on their way when more are given. A long piece goes alone, because node:tls joins what waits
 * behind another write into one more copy; short ones are worth joining.
 */
const UNSENT_LIMIT = 16 * 1024;

/**
 * A TLS client over a stream. The peer's certificate and name are always verified: every setting that a flag or a
 * variable of the process could weaken is given explicitly.
 */
export class TlsEngine {
  private readonly noted: NotedStream<TLSSocket>;
  private verified = false;

  /** Starts the handshake. @throws Error when TLS refuses the settings */
  constructor(stream: Duplex, { hostname, secureContext }: TlsSettings) {
    const tls = connect({
      socket: stream,
      host: hostname,
      // An address is no server name (RFC 6066, section 3): it is verified, but not asked for.
      ...(isIP(hostname) === 0 ? { servername: hostname } : {}),
      secureContext,
      rejectUnauthorized: true,
      checkServerIdentity,
    });
    tls.once('secureConnect', () => {
      this.verified = tls.authorized;
    });
    this.noted = new NotedStream(tls);
    this.noted.startReading();
  }

  get secured(): boolean {
    return this.verified;
  }

  get failure(): string | null {
    return this.noted.failure;
  }

  get loss(): string | null {
    return this.noted.loss;
  }

  get drained(): boolean {
    return this.noted.drained;
  }

  /** True when the peer's close_notify has come, or the end of its stream. */
  get ended(): boolean {
    return this.noted.ended;
  }

  /** True when nothing that was written is on its way. */
  get idle(): boolean {
    return this.noted.stream.writableLength === 0;
  }

  get writable(): boolean {
    const { stream } = this.noted;
    return stream.writable && stream.writableLength < UNSENT_LIMIT;
  }

  receive(): Uint8Array | null {
    return this.noted.receive();
  }

  write(bytes: Uint8Array, onTaken: () => void): void {
    this.noted.write(bytes, onTaken);
  }

  /** Sends a close_notify as soon as nothing written is on its way; a peer that was never verified gets none. */
  end(): void {
    if (this.verified) this.noted.stream.end();
  }

  discard(): void {
    this.noted.discard();
  }
}
