import type { TLSPOOL_COMMAND } from '../../../src/adapters/tlspool/api.js';
import { ExpectationError } from '../../../src/stage/expectations.js';
import type { NamedArguments } from '../../../src/stage/session.js';
import type { CallRecord } from '../../../src/timeline/timeline.js';
import { PoolStand } from '../underlying/pool_stand.js';
import type { Connection } from '../underlying/underlying.js';
import type { Values, Wire } from '../underlying/wire/wire.js';
import type { Bench } from './bench.js';
import { flowStates } from './flow_states.js';

/** One flow of the client, with the connection that it protects. */
export interface Exchange {
  readonly flow: unknown;
  connection: Connection | null;
}

/** One flow of a scenario that has several, and the number of the client's last message. */
export interface Numbered {
  readonly flow: unknown;
  reqid: number;
  /** The number of the pool's last callback to it. */
  cbid: number;
}

/** A harmless command: a `PING`. */
export function pingCommand(wire: Wire, producer = wire.identity): TLSPOOL_COMMAND {
  return wire.commandOf({ cmd: 'PING', producer, facilities: wire.facilities });
}

/** Bytes behind a header of which no two that stand together are alike, and none is 0. */
export function fullPayload(wire: Wire): Buffer {
  return Buffer.from(Array.from({ length: wire.field('payload').size }, (_, index) => (index % 251) + 1));
}

/** The client under test, and the place of the pool that it talks to. */
export class ClientSide {
  /** The pool's place; null where nobody listens. */
  stand: PoolStand | null = null;
  pool: unknown = null;
  request: unknown = null;
  readonly exchanges: Exchange[] = [];
  /** The flows of a scenario that has several, in the order in which they began. */
  readonly numbered: Numbered[] = [];
  /** The connection that the next `STARTTLS` is given. */
  next: Connection | null = null;
  /** The last message that the pool has sent. */
  said: Buffer | null = null;

  constructor(private readonly bench: Bench) {}

  get flow(): unknown {
    return this.exchanges[0]?.flow ?? null;
  }

  get place(): PoolStand {
    if (this.stand === null) throw new Error('nobody plays the pool');
    return this.stand;
  }

  pump(): void {
    this.stand?.pump();
    if (this.pool !== null) this.bench.call('tlspool_async_process');
    this.stand?.pump();
  }

  /** Nobody listens at the path. */
  isAlone = false;

  /** Lets somebody listen at the path. */
  async listen(): Promise<void> {
    if (this.stand !== null) return;
    const { under, timeline, wire } = this.bench;
    const backend = await under.backend();
    this.stand = new PoolStand(under.descriptors, under.path, wire, backend, (name, detail) => {
      timeline.underlying('peer', name, detail);
      return timeline.mark - 1;
    });
  }

  async connect(): Promise<void> {
    await this.listen();
    if (this.pool !== null) return;
    if (this.bench.call('tlspool_async_open').result === null)
      throw new Error('tlspool_async_open returned NULL');
    this.place.pump();
  }

  async createFlow(): Promise<void> {
    await this.connect();
    if (this.bench.call('tlspool_flow_create').result === null)
      throw new Error('tlspool_flow_create returned NULL');
  }

  /** Notes what a call has made. */
  note({ function: name, result, arguments: given }: CallRecord): void {
    if (name === 'tlspool_async_open' && result !== null) this.pool = result;
    if (name === 'tlspool_async_closed' && given.pool === this.pool) this.pool = null;
    if (name === 'tlspool_async_request' && result !== null) this.request = result;
    if (name === 'tlspool_flow_create' && result !== null)
      this.exchanges.push({ flow: result, connection: null });
    if (this.next !== null && [given.cipher, given.descriptor].includes(this.next.descriptor)) {
      const exchange = this.exchanges.find(({ flow }) => flow === given.flow);
      if (exchange !== undefined) exchange.connection = this.next;
      this.connections.push(this.next);
      this.next = null;
    }
  }

  /** Connections whose near end the client has got. */
  readonly connections: Connection[] = [];

  stateOf(flow: unknown): string {
    return flowStates(this.bench.timeline, flow).at(-1)?.state ?? 'none';
  }

  /** Gets a connection ready to be handed over. */
  async prepareConnection(): Promise<void> {
    if (this.next !== null) return;
    this.next = await this.bench.under.connection();
    this.bench.recorder.give(this.next.descriptor);
    this.bench.dressFar(this.next);
  }

  /** Makes a call that must succeed. */
  succeed(functionName: string, given: NamedArguments = {}): void {
    const { result } = this.bench.call(functionName, given);
    if (result !== 0) throw new ExpectationError(`${functionName} succeeds`, '0', String(result));
  }

  /** What the client has handed to the application for its plain texts. */
  get handed(): readonly unknown[] {
    return this.bench.timeline.callbacks
      .filter(({ registration }) => registration.parameter === 'on_flow_protected')
      .map(({ arguments: given }) => given.plaintext);
  }

  /** Answers of the pool to requests that {@link requestUntilRefused} has made. */
  answersOfUnrecorded = 0;

  /** Makes harmless requests, too many for a timeline, until the client has no more numbers for them. */
  requestUntilRefused(most: number): void {
    const { wire } = this.bench;
    const onMessage = (_: unknown, { cmd }: TLSPOOL_COMMAND): void => {
      if (wire.commands.name(cmd) !== 'ERROR') this.answersOfUnrecorded += 1;
    };
    const call = [this.pool, pingCommand(wire), -1, onMessage, null] as never[];
    const made = (): unknown => this.bench.api.tlspool_async_request?.(...call);
    let count = 0;
    while (count < most && made() !== null) count += 1;
    this.bench.timeline.underlying('peer', 'the application requests', `${count} times PING`);
  }

  /** Begins the handshake of a flow, with a check of the local identity. */
  async starttls(flow: unknown): Promise<void> {
    await this.prepareConnection();
    const flags = this.bench.wire.flags.number('LOCALID_CHECK');
    this.succeed('tlspool_flow_starttls', { flow, flags });
  }

  /** Sends the client what the pool says next, with some fields changed. */
  release(changes: Values = {}): void {
    this.said = this.place.release(changes);
  }

  /** Sends the client a message of the tester's, in the exchange that the client's last message belongs to. */
  inject(values: Values): void {
    this.said = this.place.say(this.bench.wire.encode({ reqid: this.lastReqid(), ...values }));
  }

  lastReqid(): number {
    const last = this.place.received.at(-1);
    return last === undefined ? 0 : this.bench.wire.number(last.message, 'reqid');
  }

  /** Lets the exchange go on, the application agreeing, until the pool's next message has this command. */
  async advanceTo(command: string): Promise<void> {
    const { wire } = this.bench;
    for (;;) {
      await this.bench.waitUntil('the next message of the pool', () => this.place.held.length > 0);
      const [next] = this.place.held;
      if (next === undefined || wire.command(next) === command) return;
      if (wire.command(next) === 'ERROR') throw new Error('the pool sent ERROR');
      this.release();
      await this.bench.settle();
      this.acceptWhatWaits();
      await this.bench.settle();
    }
  }

  /** Agrees to every callback that waits. */
  acceptWhatWaits(): void {
    for (const { flow } of this.exchanges) {
      if (/LOCAL_IDENTITY_CHECK|RECONNECT/.test(this.stateOf(flow)))
        this.succeed('tlspool_flow_accept', { flow });
    }
  }

  async dispose(): Promise<void> {
    if (this.pool !== null) this.bench.call('tlspool_async_closed');
    this.stand?.close();
    for (const { far } of this.connections) far.destroy();
    this.next?.far.destroy();
    this.closeOwn();
    await Promise.resolve();
  }

  /** Closes what was never handed over, and what the client has handed to the application. */
  private closeOwn(): void {
    const { recorder, under } = this.bench;
    for (const one of [this.next?.descriptor, ...this.handed]) {
      if (typeof one === 'number' && recorder.owned.has(one)) under.descriptors.close(recorder.take(one));
    }
  }
}
