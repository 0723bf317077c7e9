import type { IncomingMessage, Server } from 'node:http';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Certificates, ServerCertificate } from '../../../../src/stage/certificates.js';
import type { Recorder } from '../../../../src/stage/recorder.js';
import { bytes } from '../../../../src/stage/recorder.js';
import type { Movement } from '../../../../src/stage/under_way.js';
import type { Arrived, Conduct, Handshake, WsPeer } from '../peer.js';
import { ServerConnection } from './server_connection.js';

/** The host that the servers listen on. */
const ADDRESS = '127.0.0.1';

/** A real WebSocket server, plain and over TLS, on ports of its own. */
export class WebSocketServerPeer implements WsPeer {
  attempts = 0;
  readonly handshakes: Handshake[] = [];
  readonly received: Arrived[] = [];
  readonly connections: ServerConnection[] = [];
  private chosen: Conduct = 'accept';
  private readonly waiting = new Map<Duplex, () => void>();
  private shown: ServerCertificate = 'good';
  private readonly sockets = new Set<Socket>();
  private readonly plain: Server;
  private readonly secure: ReturnType<typeof createSecureServer>;
  private readonly webSockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: 0,
    handleProtocols: (asked) => (this.conduct === 'wrong protocol' ? 'another' : ([...asked][0] ?? false)),
  });

  constructor(
    private readonly certificates: Certificates,
    private readonly recorder: Recorder,
  ) {
    this.plain = createServer();
    this.secure = createSecureServer(this.credentials);
    for (const server of [this.plain, this.secure]) {
      server.on('connection', (socket: Socket) => {
        this.accept(socket);
      });
      server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
        this.upgrade(request, stream, head, server === this.secure);
      });
    }
    // A client that does not trust the certificate leaves in mid-handshake.
    this.secure.on('tlsClientError', () => undefined);
  }

  get conduct(): Conduct {
    return this.chosen;
  }

  /** What is held is treated as the new conduct has it. */
  set conduct(conduct: Conduct) {
    this.chosen = conduct;
    if (conduct === 'hold') return;
    const answers = [...this.waiting.values()];
    this.waiting.clear();
    for (const answer of answers) answer();
  }

  /** Upgrades that wait for an answer. */
  get held(): number {
    return this.waiting.size;
  }

  get certificate(): ServerCertificate {
    return this.shown;
  }

  set certificate(name: ServerCertificate) {
    this.shown = name;
    this.secure.setSecureContext(this.credentials);
  }

  get ports(): { readonly plain: number; readonly secure: number } {
    return { plain: portOf(this.plain), secure: portOf(this.secure) };
  }

  get connected(): boolean {
    return this.connections.some(({ closed }) => !closed);
  }

  async listen(): Promise<void> {
    await Promise.all(
      [this.plain, this.secure].map(
        (server) => new Promise<void>((resolve) => server.listen(0, ADDRESS, resolve)),
      ),
    );
  }

  send(message: Uint8Array): void {
    this.recorder.peer('sends', bytes(message.length));
    this.last.send(message);
  }

  sendInFragments(parts: readonly Uint8Array[]): void {
    this.recorder.peer('sends in fragments', parts.map(({ length }) => bytes(length)).join(', '));
    this.last.sendInFragments(parts);
  }

  violate(): void {
    this.recorder.peer('sends a frame that is forbidden', '');
    this.last.violate();
  }

  close(): void {
    this.recorder.peer('ends the connection', '');
    this.last.close();
  }

  drop(): void {
    this.recorder.peer('drops the connection', '');
    this.last.drop();
  }

  moving(): readonly Movement[] {
    return [];
  }

  async dispose(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await Promise.all(
      [this.plain, this.secure].map((server) => new Promise((resolve) => server.close(resolve))),
    );
    this.webSockets.close();
  }

  private get credentials(): { readonly cert: string; readonly key: string } {
    const { certificate, privateKey } = this.certificates.server[this.shown];
    return { cert: certificate, key: privateKey };
  }

  private get last(): ServerConnection {
    const last = this.connections.at(-1);
    if (last === undefined) throw new Error('no connection has reached the peer');
    return last;
  }

  private accept(socket: Socket): void {
    this.attempts += 1;
    this.recorder.peer('connection', '');
    socket.on('error', () => undefined);
    this.sockets.add(socket);
    socket.once('close', () => this.sockets.delete(socket));
    if (this.conduct === 'cut') socket.destroy();
  }

  private upgrade(request: IncomingMessage, stream: Duplex, head: Buffer, secure: boolean): void {
    this.handshakes.push({
      port: secure ? this.ports.secure : this.ports.plain,
      secure,
      path: request.url ?? '',
      host: request.headers.host ?? '',
      origin: request.headers.origin ?? '',
      protocol: request.headers['sec-websocket-protocol'] ?? '',
      version: request.headers['sec-websocket-version'] ?? '',
    });
    stream.on('error', () => undefined);
    // A client that has ended its side is gone, with or without a reset.
    stream.once('end', () => {
      stream.end();
    });
    this.answer(request, stream, head);
  }

  private answer(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    if (this.conduct === 'hold') {
      this.keepWaiting(stream, () => {
        this.answer(request, stream, head);
      });
    } else if (this.conduct === 'cut') {
      stream.destroy();
    } else if (this.conduct === 'refuse') {
      stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    } else {
      this.webSockets.handleUpgrade(request, stream, head, (socket) => {
        const connection = new ServerConnection(socket, stream, this.recorder, (message) => {
          this.received.push(message);
          this.recorder.peer('message', bytes(message.bytes.length));
        });
        this.connections.push(connection);
      });
    }
  }

  /** Until the conduct is another one, or whoever waits has left. */
  private keepWaiting(stream: Duplex, answer: () => void): void {
    const leave = (): void => {
      this.waiting.delete(stream);
      stream.destroy();
      this.recorder.move();
    };
    stream.once('end', leave);
    stream.once('close', leave);
    // Without reading there is no end to notice.
    stream.resume();
    this.waiting.set(stream, () => {
      stream.off('end', leave);
      stream.off('close', leave);
      answer();
    });
  }
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
