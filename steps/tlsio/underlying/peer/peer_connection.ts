import { once } from 'node:events';
import { createServer, type PeerCertificate, type TLSSocket } from 'node:tls';
import type { Certificates } from '../../../../src/stage/certificates.js';
import type { LineEnd } from '../line/line.js';
import { bytes, type Recorder } from '../../../../src/stage/recorder.js';
import type { Movement } from '../../../../src/stage/under_way.js';
import type { Conduct } from './conduct.js';
import { PeerStream } from './peer_stream.js';

/** How the peer answers a close_notify. */
export type CloseAnswer = 'close_notify' | 'nothing' | 'reset';

export interface PeerConnectionHost {
  readonly recorder: Recorder;
  readonly certificates: Certificates;
  cipherReceived(size: number): void;
  /** The handshake is through. */
  secured(): void;
  /** The adapter closes: decides how that is answered. */
  answerToClose(): CloseAnswer;
  /** Nothing more comes of it. */
  closed(): void;
}

const GARBAGE = Buffer.from('HTTP/1.0 400 Bad Request\r\n\r\nThis is not a TLS handshake.\r\n');

/** One connection of the peer, from its acceptance to its end. */
export class PeerConnection {
  servername: string | null = null;
  protocol: string | null = null;
  clientName: string | null = null;
  closedGracefully = false;
  private chunks: Buffer[] = [];
  private keep = (bytes: Buffer): void => {
    this.chunks.push(bytes);
  };
  private readonly stream: PeerStream;
  private socket: TLSSocket | null = null;
  private open = true;
  /** The adapter's side of the line has ended: for the adapter there is no connection any more. */
  private left = false;

  constructor(
    line: LineEnd,
    conduct: Conduct,
    private readonly host: PeerConnectionHost,
  ) {
    this.stream = new PeerStream(line, {
      cipherReceived: (size) => {
        host.cipherReceived(size);
      },
      ended: () => {
        this.left = true;
        if (!this.closedGracefully)
          host.recorder.peer('end', 'the adapter ended the connection without a close_notify');
        if (this.socket === null) this.stream.end();
      },
      broken: (error) => {
        host.recorder.peer('reset', `by the adapter: ${error.message}`);
      },
      closed: () => {
        this.open = false;
        host.recorder.peer('closed', '');
        host.closed();
      },
    });
    this.behave(conduct);
  }

  get isOpen(): boolean {
    return this.open && !this.left;
  }

  get isSecured(): boolean {
    return this.socket !== null;
  }

  get isReading(): boolean {
    return this.stream.isReading;
  }

  get received(): Buffer {
    const whole = Buffer.concat(this.chunks);
    this.chunks = [whole];
    return whole;
  }

  send(data: Uint8Array): void {
    if (this.socket === null || !this.open) throw new Error('the peer has no TLS connection to send on');
    this.host.recorder.peer('send', bytes(data.length));
    this.socket.write(data);
  }

  handOver(take: (bytes: Buffer) => void): void {
    for (const chunk of this.chunks.splice(0)) take(chunk);
    this.keep = take;
  }

  close(): void {
    if (!this.open) return;
    if (this.socket === null) {
      this.stream.end();
      return;
    }
    this.host.recorder.peer('close', 'by the peer: close_notify');
    this.socket.end();
  }

  reset(): void {
    if (!this.open) return;
    this.host.recorder.peer('reset', 'by the peer');
    this.stream.cut();
  }

  stopReading(): void {
    this.host.recorder.peer('stop reading', '');
    this.stream.stopReading();
  }

  resumeReading(): void {
    this.host.recorder.peer('resume reading', '');
    this.stream.resumeReading();
  }

  moving(): readonly Movement[] {
    const all: Movement[] = [];
    const unsent = this.socket?.writableLength ?? 0;
    if (this.open && unsent > 0)
      all.push({ what: `${bytes(unsent)} that the peer sends`, waitsForAdapter: true });
    if (this.stream.isBusy) all.push({ what: 'the peer ending a connection', waitsForAdapter: false });
    if (this.stream.destroyed && this.open)
      all.push({ what: 'the peer closing a connection', waitsForAdapter: false });
    return all;
  }

  /** Goes without a word; resolves when it is gone. */
  async dispose(): Promise<void> {
    if (this.open) {
      this.stream.destroy();
      await once(this.stream, 'close');
    }
  }

  private behave(conduct: Conduct): void {
    switch (conduct.manner) {
      case 'close at once':
        this.stream.resume();
        this.stream.end();
        return;
      case 'talk garbage':
        this.stream.resume();
        this.stream.write(GARBAGE);
        return;
      case 'stay silent':
        this.stream.resume();
        return;
      case 'reset in mid-handshake':
        this.stream.cutInTheMiddle(() => {
          this.reset();
        });
        this.serve(conduct);
        return;
      case 'serve':
        this.serve(conduct);
    }
  }

  private serve(conduct: Conduct): void {
    const { certificate, privateKey } = this.host.certificates.server[conduct.certificate];
    const old = conduct.newest === 'TLSv1.1';
    const server = createServer({
      cert: certificate,
      key: privateKey,
      ca: this.host.certificates.authority,
      minVersion: old ? 'TLSv1' : 'TLSv1.2',
      maxVersion: conduct.newest,
      // OpenSSL 3 offers TLS 1.1 at security level 0 only.
      ...(old ? { ciphers: 'DEFAULT@SECLEVEL=0' } : {}),
      requestCert: true,
      rejectUnauthorized: false,
      SNICallback: (servername, answer) => {
        this.servername = servername;
        answer(null);
      },
    });
    server.on('secureConnection', (socket) => {
      this.begin(socket);
    });
    server.on('tlsClientError', (error) => {
      this.host.recorder.peer('handshake failed', error.message.trim());
    });
    server.emit('connection', this.stream);
  }

  private begin(socket: TLSSocket): void {
    this.socket = socket;
    this.protocol = socket.getProtocol();
    this.clientName = socket.authorized ? commonName(socket.getPeerCertificate()) : null;
    socket.on('data', (chunk: Buffer) => {
      this.keep(chunk);
      this.host.recorder.peer('received', bytes(chunk.length));
    });
    socket.on('end', () => {
      this.closing(socket);
    });
    socket.on('error', (error: Error) => {
      this.host.recorder.peer('error', error.message.trim());
    });
    const shown = this.clientName === null ? '' : `, client certificate of ${this.clientName}`;
    this.host.recorder.peer('handshake', `${this.protocol ?? ''}, SNI ${this.servername ?? 'none'}${shown}`);
    this.host.secured();
  }

  /** The adapter's side ended: gracefully if the line below has not ended first. */
  private closing(socket: TLSSocket): void {
    if (!this.stream.readableEnded && !this.stream.destroyed) {
      this.closedGracefully = true;
      this.host.recorder.peer('close_notify', 'from the adapter');
    }
    switch (this.host.answerToClose()) {
      case 'close_notify':
        socket.end();
        return;
      case 'reset':
        this.reset();
        return;
      case 'nothing':
    }
  }
}

/** Null for the empty object that Node.js gives where its types promise a certificate. */
function commonName(certificate: Partial<PeerCertificate>): string | null {
  const name = certificate.subject?.CN;
  return typeof name === 'string' ? name : null;
}
