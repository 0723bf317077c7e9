import type { ArmedFaults } from '../armed_faults.js';
import type { Certificates } from '../../../../src/stage/certificates.js';
import type { LineEnd } from '../line/line.js';
import type { TlsPeer } from '../peer.js';
import type { Recorder } from '../../../../src/stage/recorder.js';
import type { Movement } from '../../../../src/stage/under_way.js';
import { conductNow } from './conduct.js';
import { PeerConnection, type CloseAnswer } from './peer_connection.js';

const NOTHING = Buffer.alloc(0);

/** The peer of both kinds of underlying IO: a node:tls server over whatever carries the bytes. */
export class TlsServerPeer implements TlsPeer {
  /** Connections that are not closed: of the others only the newest is asked about. */
  private readonly standing = new Set<PeerConnection>();
  private newest: PeerConnection | null = null;
  private connectionCount = 0;
  private handshakeCount = 0;
  private cipherCount = 0;
  private asked: { readonly host: string; readonly port: number } | null = null;

  constructor(
    private readonly certificates: Certificates,
    private readonly faults: ArmedFaults,
    private readonly recorder: Recorder,
    /** Told when a handshake is through: the connection is open. */
    private readonly onSecured: () => void,
  ) {}

  get connections(): number {
    return this.connectionCount;
  }

  get handshakes(): number {
    return this.handshakeCount;
  }

  get servername(): string | null {
    return this.newest?.servername ?? null;
  }

  get protocol(): string | null {
    return this.newest?.protocol ?? null;
  }

  get clientName(): string | null {
    return this.newest?.clientName ?? null;
  }

  get address(): { readonly host: string; readonly port: number } | null {
    return this.asked;
  }

  get received(): Buffer {
    return this.newest?.received ?? NOTHING;
  }

  get cipherBytes(): number {
    return this.cipherCount;
  }

  get closedGracefully(): boolean {
    return this.newest?.closedGracefully ?? false;
  }

  get connected(): boolean {
    return this.newest?.isOpen ?? false;
  }

  /** True while the newest connection stands with its handshake done. */
  get secured(): boolean {
    return this.connected && (this.newest?.isSecured ?? false);
  }

  /** Notes what address a connection is asked for, before it comes. */
  askedFor(address: { readonly host: string; readonly port: number }): void {
    this.asked = { host: address.host, port: address.port };
  }

  /** Takes a connection. */
  accept(line: LineEnd): PeerConnection {
    this.connectionCount += 1;
    this.recorder.peer('connected', `connection ${this.connectionCount}`);
    const connection = new PeerConnection(line, conductNow(this.faults), {
      recorder: this.recorder,
      certificates: this.certificates,
      cipherReceived: (size) => {
        this.cipherCount += size;
        this.recorder.move();
      },
      secured: () => {
        this.handshakeCount += 1;
        this.onSecured();
      },
      answerToClose: () => this.answerToClose(),
      closed: () => {
        this.standing.delete(connection);
      },
    });
    this.standing.add(connection);
    this.newest = connection;
    return connection;
  }

  send(bytes: Uint8Array): void {
    if (this.newest === null) throw new Error('no connection reached the peer, so it cannot send');
    this.newest.send(bytes);
  }

  handOver(take: (bytes: Buffer) => void): void {
    this.newest?.handOver(take);
  }

  close(): void {
    this.newest?.close();
  }

  reset(): void {
    this.newest?.reset();
  }

  stopReading(): void {
    this.newest?.stopReading();
  }

  resumeReading(): void {
    this.newest?.resumeReading();
  }

  moving(): readonly Movement[] {
    return [...this.standing].flatMap((connection) => connection.moving());
  }

  async dispose(): Promise<void> {
    await Promise.all([...this.standing].map((connection) => connection.dispose()));
  }

  private answerToClose(): CloseAnswer {
    if (this.faults.strike('a peer that never answers the close')) return 'nothing';
    if (this.faults.strike('a connection that breaks while closing')) return 'reset';
    return 'close_notify';
  }
}
