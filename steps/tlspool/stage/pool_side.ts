import { constants } from 'node:os';
import type { Duplex } from 'node:stream';
import { COMMANDS, FLAGS, IDENTITY } from '../../../src/adapters/tlspool/commands.js';
import { encode, readNumber, writeFields, type FieldValues } from '../../../src/adapters/tlspool/wire.js';
import { MessageEnd } from '../underlying/message_end.js';
import type { Connection } from '../underlying/underlying.js';
import type { TlspoolStage } from './stage.js';

/** Requests by which a scenario only finds out that the pool has done what it was asked before. */
const BARRIER = 0xfff0;
/** Requests of scenarios count from here. */
const FIRST_REQUEST = 0x100;

/** A client that a tester plays: one connection to the pool under test. */
export interface Client {
  readonly end: MessageEnd;
  /** Messages of the pool that are no answers to barriers. */
  readonly messages: Buffer[];
  barriers: number;
}

/** The pool under test, and the clients that talk to it. */
export class PoolSide {
  service: unknown = null;
  readonly clients: Client[] = [];
  /** The last message that a client has sent. */
  said: Buffer | null = null;
  readonly connections: Connection[] = [];
  /** The application's ends of the plain texts. */
  readonly plains: Duplex[] = [];
  private reqid = FIRST_REQUEST;

  constructor(private readonly stage: TlspoolStage) {}

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
    if (this.stage.call('tlspool_service_start').result === null)
      throw new Error('tlspool_service_start returned NULL');
  }

  /** Somebody else's socket at the path of the pool. */
  private occupant: number | null = null;

  /** Lets somebody else listen at the path. */
  occupy(): void {
    const { descriptors, path } = this.stage.under;
    const listener = descriptors.listen(path, 0o600);
    if (listener < 0) throw new Error(`no socket at ${path}: errno ${-listener}`);
    this.occupant = listener;
  }

  /** Starts the pool, if need be, and connects another client. */
  connect(): Client {
    this.start();
    const { descriptors, path } = this.stage.under;
    const connection = descriptors.connect(path);
    if (connection < 0) throw new Error(`the pool can't be connected to: errno ${-connection}`);
    const client = { end: new MessageEnd(descriptors, connection), messages: [], barriers: 0 };
    this.clients.push(client);
    return client;
  }

  /** The client of the scenario, which connects if there is none yet. */
  connected(): Client {
    return this.clients[0] ?? this.connect();
  }

  pump(): void {
    for (const client of this.clients) {
      client.end.pump();
      for (const { message, passed } of client.end.incoming.splice(0)) {
        for (const one of passed) this.stage.under.descriptors.close(one);
        if (readNumber(message, 'reqid') >= BARRIER) client.barriers -= 1;
        else client.messages.push(message);
      }
    }
  }

  /** A request of its own number. */
  request(cmd: number, values: FieldValues = {}): Buffer {
    this.reqid += 1;
    const own: FieldValues =
      cmd === COMMANDS.PING
        ? { producer: IDENTITY, facilities: 1 }
        : cmd === COMMANDS.STARTTLS
          ? { flags: FLAGS.LOCALROLE_SERVER | FLAGS.REMOTEROLE_CLIENT, ipproto: 6 }
          : {};
    return encode({ reqid: this.reqid, cmd, ...own, ...values });
  }

  /** Sends a message; the descriptors are closed on this side. */
  send(client: Client, message: Buffer, passed: readonly number[] = []): void {
    this.said = message;
    this.stage.timeline.underlying(
      'peer',
      'the client sends',
      `${message.length} bytes, ${passed.length} descriptors`,
    );
    client.end.write(message, passed);
    for (const one of passed) this.stage.under.descriptors.close(one);
  }

  /** Sends bytes in writes of a size, each as soon as there is room for it. */
  async sendInParts(client: Client, bytes: Buffer, size: number): Promise<void> {
    this.said = bytes;
    for (let at = 0; at < bytes.length; at += size) {
      const part = bytes.subarray(at, at + size);
      await this.stage.waitUntil('room for a write', () => client.end.offer(part));
    }
  }

  /** Sends a message as soon as there is room for it, and takes nothing that the pool sends meanwhile. */
  async sendUnread(client: Client, message: Buffer): Promise<void> {
    this.said = message;
    await this.stage.waitUntil('room for a request', () => client.end.offer(message), 'unpumped');
  }

  /** A connection whose far end begins a TLS handshake. */
  async connection(): Promise<Connection> {
    const connection = await this.stage.under.connection();
    this.connections.push(connection);
    return connection;
  }

  /** Sends a `STARTTLS` for a connection whose peer is a TLS client. */
  async starttls(client: Client, values: FieldValues = {}): Promise<Connection> {
    const connection = await this.connection();
    this.stage.dressFar(connection);
    this.send(client, this.request(COMMANDS.STARTTLS, values), [connection.descriptor]);
    return connection;
  }

  /** Waits for the pool's next callback of this kind. */
  async callback(cmd: number, client = this.client): Promise<Buffer> {
    await this.stage.waitUntil('the callback', () =>
      client.messages.some((one) => readNumber(one, 'cmd') === cmd),
    );
    const found = client.messages.findLast((one) => readNumber(one, 'cmd') === cmd);
    if (found === undefined) throw new Error('there is no callback');
    return found;
  }

  /** An answer to a callback. */
  answerTo(callback: Buffer, values: FieldValues = {}): Buffer {
    this.reqid += 1;
    const answer = Buffer.from(callback);
    writeFields(answer, { reqid: this.reqid, ...values });
    return answer;
  }

  /** Descriptors for the plain text: the end for the pool; the other is the application's. */
  plainEnd(): number {
    const { descriptors } = this.stage.under;
    const pair = descriptors.pair();
    if (pair === null) throw new Error(`no pair of descriptors: errno ${constants.errno.EMFILE}`);
    const plain = descriptors.stream(pair[0]);
    plain.on('error', () => undefined);
    this.plains.push(plain);
    return pair[1];
  }

  /** Brings one exchange to its end: traffic can be carried. */
  async protect(values: FieldValues = {}): Promise<Connection> {
    const client = this.connected();
    const connection = await this.starttls(client, values);
    const callback = await this.callback(COMMANDS.PLAINTEXT_CONNECT);
    this.send(client, this.answerTo(callback), [this.plainEnd()]);
    await this.callback(COMMANDS.STARTTLS);
    return connection;
  }

  /** Sends each client's barrier; true once all have come back, or can't any more. */
  barrier(): () => boolean {
    for (const client of this.clients.filter(({ end }) => !end.ended)) {
      client.barriers += 1;
      try {
        client.end.write(encode({ reqid: BARRIER, cmd: COMMANDS.PING }));
      } catch {
        client.barriers = 0;
      }
    }
    return () => this.clients.every(({ barriers, end }) => barriers <= 0 || end.ended);
  }

  async dispose(): Promise<void> {
    for (const { end } of this.clients) end.close();
    if (this.service !== null) this.stage.call('tlspool_service_stop');
    if (this.occupant !== null) this.stage.under.descriptors.close(this.occupant);
    for (const plain of this.plains) plain.destroy();
    for (const { far } of this.connections) far.destroy();
    await Promise.resolve();
  }
}
