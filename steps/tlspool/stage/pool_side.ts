import { constants } from 'node:os';
import type { Duplex } from 'node:stream';
import { MessageEnd } from '../underlying/message_end.js';
import type { Connection } from '../underlying/underlying.js';
import type { Values } from '../underlying/wire/wire.js';
import type { Bench } from './bench.js';
import { messagesTo, type Client, type Ends, type Refused, type Session } from './pool_exchanges.js';

/** Requests by which a scenario only finds out that the pool has done what it was asked before. */
const BARRIER = 0xfff0;
/** Requests of scenarios count from here. */
const FIRST_REQUEST = 0x100;

/** A pool that is a server, whose peer is a client: what a request asks for unless the scenario says otherwise. */
export const AS_SERVER = 'LOCALROLE_SERVER+REMOTEROLE_CLIENT';
/** The number of TCP, as the field for the protocol of the connection has it. */
export const TCP = 6;

/** The pool under test, and the clients that talk to it. */
export class PoolSide {
  service: unknown = null;
  readonly clients: Client[] = [];
  /** The last message that a client has sent. */
  said: Buffer | null = null;
  readonly connections: Connection[] = [];
  /** The application's ends of the plain texts. */
  readonly plains: Duplex[] = [];
  /** The exchanges of a scenario that has several, in the order in which they began. */
  readonly sessions: Session[] = [];
  /** What a scenario has sent to be refused. */
  refused: Refused | null = null;
  /** The ends of the connection that a scenario has had protected. */
  ends: Ends | null = null;
  private reqid = FIRST_REQUEST;

  constructor(private readonly bench: Bench) {}

  /** The application's end of the plain text: a scenario that has several means the last. */
  get plain(): Duplex | null {
    return this.plains.at(-1) ?? null;
  }

  /** The client of the scenario. */
  get client(): Client {
    const [client] = this.clients;
    if (client === undefined) throw new Error('no client has connected');
    return client;
  }

  start(): void {
    if (this.service !== null) return;
    if (this.bench.call('tlspool_service_start').result === null)
      throw new Error('tlspool_service_start returned NULL');
  }

  /** Somebody else's socket at the path of the pool. */
  private occupant: number | null = null;

  /** Lets somebody else listen at the path. */
  occupy(): void {
    const { descriptors, path } = this.bench.under;
    const listener = descriptors.listen(path, 0o600);
    if (listener < 0) throw new Error(`no socket at ${path}: errno ${-listener}`);
    this.occupant = listener;
  }

  /** Starts the pool, if need be, and connects another client. */
  connect(): Client {
    this.start();
    const { descriptors, path } = this.bench.under;
    const connection = descriptors.connect(path);
    if (connection < 0) throw new Error(`the pool can't be connected to: errno ${-connection}`);
    const end = new MessageEnd(descriptors, connection, this.bench.wire.size);
    const client = { end, received: [], barriers: 0 };
    this.clients.push(client);
    return client;
  }

  /** The client of the scenario, which connects if there is none yet. */
  connected(): Client {
    return this.clients[0] ?? this.connect();
  }

  pump(): void {
    const { wire, timeline, under } = this.bench;
    for (const client of this.clients) {
      client.end.pump();
      for (const { message, passed } of client.end.incoming.splice(0)) {
        for (const one of passed) under.descriptors.close(one);
        if (wire.number(message, 'reqid') >= BARRIER) client.barriers -= 1;
        else {
          const sequence = timeline.mark;
          timeline.underlying('peer', 'the client gets', wire.named(message));
          client.received.push({ message, passed: passed.length, sequence });
        }
      }
    }
  }

  /** A request of its own number. */
  request(cmd: string, values: Values = {}): Buffer {
    this.reqid += 1;
    const { wire } = this.bench;
    const own = new Map<string, Values>([
      ['PING', { producer: wire.identity, facilities: wire.facilities }],
      ['STARTTLS', { flags: AS_SERVER, ipproto: TCP }],
    ]);
    return wire.encode({ reqid: this.reqid, cmd, ...own.get(cmd), ...values });
  }

  /** Sends a message; the descriptors are closed on this side. */
  send(client: Client, message: Buffer, passed: readonly number[] = []): void {
    this.said = message;
    this.bench.timeline.underlying(
      'peer',
      'the client sends',
      `${message.length} bytes, ${passed.length} descriptors`,
    );
    client.end.write(message, passed);
    for (const one of passed) this.bench.under.descriptors.close(one);
  }

  /** Sends bytes in writes of a size, each as soon as there is room for it. */
  async sendInParts(client: Client, bytes: Buffer, size: number): Promise<void> {
    this.said = bytes;
    for (let at = 0; at < bytes.length; at += size) {
      const part = bytes.subarray(at, at + size);
      await this.bench.waitUntil('room for a write', () => client.end.offer(part));
    }
  }

  /** Sends a message as soon as there is room for it, and takes nothing that the pool sends meanwhile. */
  async sendUnread(client: Client, message: Buffer): Promise<void> {
    this.said = message;
    await this.bench.waitUntil('room for a request', () => client.end.offer(message), 'unpumped');
  }

  /** A connection whose far end begins a TLS handshake. */
  async connection(): Promise<Connection> {
    const connection = await this.bench.under.connection();
    this.connections.push(connection);
    return connection;
  }

  /** Sends a `STARTTLS` for a connection whose peer is a TLS client. */
  async starttls(client: Client, values: Values = {}): Promise<Connection> {
    const connection = await this.connection();
    this.bench.dressFar(connection);
    this.send(client, this.request('STARTTLS', values), [connection.descriptor]);
    return connection;
  }

  /** Waits for the pool's next callback of this kind. */
  async callback(command: string, client = this.client): Promise<Buffer> {
    const { wire } = this.bench;
    const last = (): Buffer | undefined =>
      messagesTo(client).findLast((one) => wire.command(one) === command);
    await this.bench.waitUntil('the callback', () => last() !== undefined);
    const found = last();
    if (found === undefined) throw new Error('there is no callback');
    return found;
  }

  /** An answer to a callback. */
  answerTo(callback: Buffer, values: Values = {}): Buffer {
    this.reqid += 1;
    return this.bench.wire.write(Buffer.from(callback), { reqid: this.reqid, ...values });
  }

  /** Descriptors for the plain text: the end for the pool; the other is the application's. */
  plainEnd(): number {
    const { descriptors } = this.bench.under;
    const pair = descriptors.pair();
    if (pair === null) throw new Error(`no pair of descriptors: errno ${constants.errno.EMFILE}`);
    const plain = descriptors.stream(pair[0]);
    plain.on('error', () => undefined);
    this.plains.push(plain);
    return pair[1];
  }

  /** Brings one exchange to its end: traffic can be carried. */
  async protect(values: Values = {}): Promise<Connection> {
    const client = this.connected();
    const connection = await this.starttls(client, values);
    const callback = await this.callback('PLAINTEXT_CONNECT');
    this.send(client, this.answerTo(callback), [this.plainEnd()]);
    await this.callback('STARTTLS');
    return connection;
  }

  /** Sends each client's barrier; true once all have come back, or can't any more. */
  barrier(): () => boolean {
    for (const client of this.clients.filter(({ end }) => !end.ended)) {
      client.barriers += 1;
      try {
        client.end.write(this.bench.wire.encode({ reqid: BARRIER, cmd: 'PING' }));
      } catch {
        client.barriers = 0;
      }
    }
    return () => this.clients.every(({ barriers, end }) => barriers <= 0 || end.ended);
  }

  async dispose(): Promise<void> {
    for (const { end } of this.clients) end.close();
    if (this.service !== null) this.bench.call('tlspool_service_stop');
    if (this.occupant !== null) this.bench.under.descriptors.close(this.occupant);
    for (const plain of this.plains) plain.destroy();
    for (const { far } of this.connections) far.destroy();
    await Promise.resolve();
  }
}
