import assert from 'node:assert/strict';
import type { Duplex } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { connect, type TLSSocket } from 'node:tls';
import { MemoryDescriptors } from '../../../steps/tlspool/underlying/memory/memory_descriptors.js';
import { MessageEnd, type Incoming } from '../../../steps/tlspool/underlying/message_end.js';
import type { TLSPOOL_CREDENTIALS } from '../tlspool/api.js';
import { COMMANDS } from '../tlspool/commands.js';
import type { Descriptors } from '../tlspool/descriptors.js';
import { create_tlspool_service } from '../tlspool/service/service.js';
import { encode, MESSAGE_SIZE, readNumber, writeFields, type FieldValues } from '../tlspool/wire.js';

/** Milliseconds for something that must come. */
const DEADLINE = 20_000;
/** The pool is a server, its client asks for nothing more. */
const AS_SERVER = 0x6;

/** Waits until something is so, one turn of the event loop after the other. */
export async function until(what: string, isSo: () => boolean): Promise<void> {
  const end = Date.now() + DEADLINE;
  while (!isSo()) {
    assert.ok(Date.now() < end, `within ${DEADLINE} ms ${what}`);
    await turn();
  }
}

/** A client that the test plays: it sends whatever it is told. */
export class PoolClient {
  readonly end: MessageEnd;

  constructor(
    readonly descriptors: Descriptors,
    path: string,
  ) {
    const connection = descriptors.connect(path);
    assert.ok(connection >= 0, 'the pool can be connected to');
    this.end = new MessageEnd(descriptors, connection, MESSAGE_SIZE);
  }

  /** Sends a message with descriptors, which are closed here. */
  send(message: Buffer, passed: readonly number[] = []): void {
    this.end.write(message, passed);
    for (const one of passed) this.descriptors.close(one);
  }

  /** The next message of the pool. */
  async next(): Promise<Incoming> {
    await until('the pool sends a message', () => this.end.pump() || this.end.incoming.length > 0);
    const [next] = this.end.incoming.splice(0, 1);
    assert.ok(next !== undefined, 'the pool has closed the connection');
    return next;
  }

  /** Answers a message of the pool, in some fields otherwise. */
  answer({ message }: Incoming, changes: FieldValues, passed: readonly number[] = []): void {
    const answer = Buffer.from(message);
    writeFields(answer, changes);
    this.send(answer, passed);
  }

  /** Asks who the pool is, and waits for its answer, past whatever else it says. */
  async ping(reqid: number): Promise<void> {
    this.send(encode({ reqid, cmd: COMMANDS.PING, facilities: 1 }));
    for (;;) {
      const { message } = await this.next();
      if (readNumber(message, 'cmd') === COMMANDS.PING && readNumber(message, 'reqid') === reqid) return;
    }
  }

  /** Asks for TLS with a descriptor. */
  starttls(reqid: number, cipher: number, values: FieldValues = {}): void {
    this.send(encode({ reqid, cmd: COMMANDS.STARTTLS, flags: AS_SERVER, ipproto: 6, ...values }), [cipher]);
  }

  /** A stream over one end of a new pair, and the other end. */
  pair(): { readonly stream: Duplex; readonly other: number } {
    const pair = this.descriptors.pair();
    assert.ok(pair !== null);
    return { stream: this.descriptors.stream(pair[0]), other: pair[1] };
  }

  /** Asks for TLS on a new connection, at whose far end a TLS client begins. */
  connection(reqid: number, values: FieldValues = {}): TLSSocket {
    const { stream, other } = this.pair();
    this.starttls(reqid, other, values);
    const peer = connect({ socket: stream, rejectUnauthorized: false, servername: 'server.example' });
    peer.on('error', () => peer.destroy());
    return peer;
  }
}

/** A pool over descriptors in memory. */
export class ServedPool {
  readonly descriptors = new MemoryDescriptors();
  readonly service;
  readonly handle: object;
  readonly logged: string[] = [];

  constructor(credentials: TLSPOOL_CREDENTIALS) {
    const { descriptors } = this;
    const log = (_category: string, message: string): number => this.logged.push(message);
    this.service = create_tlspool_service({ descriptors, log });
    const handle = this.service.tlspool_service_start('pool.sock', credentials);
    assert.ok(handle !== null);
    this.handle = handle;
  }

  client(): PoolClient {
    return new PoolClient(this.descriptors, 'pool.sock');
  }

  stop(): void {
    this.service.tlspool_service_stop(this.handle);
  }
}
