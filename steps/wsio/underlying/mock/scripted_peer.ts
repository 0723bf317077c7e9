import type { Certificates, ServerCertificate } from '../../../../src/stage/certificates.js';
import type { Recorder } from '../../../../src/stage/recorder.js';
import { bytes } from '../../../../src/stage/recorder.js';
import type { Movement } from '../../../../src/stage/under_way.js';
import { trusts, type MemoryTlsContext } from './memory_openssl.js';
import type { Arrived, Conduct, Handshake, WsPeer } from '../peer.js';

/** A peer without a network. What it sends and how it ends reach the adapter with the next service. */
export class ScriptedPeer implements WsPeer {
  conduct: Conduct = 'accept';
  certificate: ServerCertificate = 'good';
  attempts = 0;
  connected = false;
  readonly handshakes: Handshake[] = [];
  readonly received: Arrived[] = [];
  private outgoing: Uint8Array[] = [];
  private ended = false;

  constructor(
    private readonly certificates: Certificates,
    private readonly recorder: Recorder,
  ) {}

  get hasEnded(): boolean {
    return this.ended;
  }

  asked(handshake: Handshake): void {
    this.attempts += 1;
    this.handshakes.push(handshake);
    this.outgoing = [];
    this.ended = false;
  }

  /** Whether a client that trusts what the context holds would take its certificate. */
  isTrustedBy(context: MemoryTlsContext): boolean {
    return this.certificate === 'good' && trusts(context, this.certificates.authority);
  }

  stood(): void {
    this.connected = true;
    this.recorder.peer('connection', '');
  }

  left(): void {
    this.connected = false;
    this.recorder.peer('end of the connection', '');
  }

  arrive(message: Arrived): void {
    this.received.push(message);
    this.recorder.peer('message', bytes(message.bytes.length));
  }

  nextMessage(): Uint8Array | null {
    return this.outgoing.shift() ?? null;
  }

  send(message: Uint8Array): void {
    this.outgoing.push(message);
    this.recorder.peer('sends', bytes(message.length));
  }

  sendInFragments(parts: readonly Uint8Array[]): void {
    this.send(Buffer.concat(parts));
  }

  violate(): void {
    this.drop();
  }

  close(): void {
    this.drop();
  }

  drop(): void {
    this.ended = true;
    this.connected = false;
    this.recorder.peer('ends the connection', '');
  }

  moving(): readonly Movement[] {
    const waits = this.outgoing.length > 0 || this.ended;
    return waits && this.connected ? [{ what: 'what the peer has done', waitsForAdapter: true }] : [];
  }
}
