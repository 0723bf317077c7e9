import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import { connect, TLSSocket } from 'node:tls';
import type { AdapterApi, AdapterModule } from '../../../src/subject/adapter.js';
import type { TLSPOOL_CREDENTIALS } from '../../../src/adapters/tlspool/api.js';
import { apiOf } from '../../../src/subject/api.js';
import { ExpectationError } from '../../../src/stage/expectations.js';
import { preparing } from '../../../src/stage/preparation.js';
import { isDeclined, requireSeam } from '../../../src/stage/seams.js';
import { Session, type NamedArguments } from '../../../src/stage/session.js';
import type { Evidence, Stage, StateChange } from '../../../src/stage/stage.js';
import type { CallRecord, Timeline } from '../../../src/timeline/timeline.js';
import type { Specification } from '../../../src/specification/model.js';
import { SERVER_NAME } from '../underlying/credentials.js';
import { Recorder } from '../underlying/recorder.js';
import type { Connection, TlspoolUnderlying } from '../underlying/underlying.js';
import { wireOf, type Wire } from '../underlying/wire/wire.js';
import { ClientSide } from './client_side.js';
import type { Counted } from './driver/counted.js';
import { flowStates } from './flow_states.js';
import { PoolSide } from './pool_side.js';
import { enterFlowState, prepareFor, type Sides } from './states.js';
import { validValue } from './valid_values.js';

/** For what must come from another process or the network, in milliseconds. */
const DEADLINE_MS = 15_000;
/** Rounds without a read or a write after which nothing comes any more from what has no life of its own. */
const STILL_ROUNDS = 60;
const SETTLING_ROUNDS = 8;
/** Turns of the event loop in a round: what node:tls does in an answer takes up to three. */
const TURNS = 4;
const EAGER_ROUNDS = 200;

// Kept here so that a fake clock in a scenario can't stop the harness.
const now = performance.now.bind(performance);

/** One side of a TLS Pool's socket under test, the other being played. */
export class TlspoolStage implements Stage, Sides {
  readonly wire: Wire;
  readonly recorder: Recorder;
  readonly api: AdapterApi;
  readonly session: Session;
  readonly client: ClientSide;
  readonly service: PoolSide;
  /** The peers of connections that were handed over, as far as they speak TLS. */
  readonly peers = new Map<Connection, TLSSocket>();
  readonly leftBehind: string[] = [];
  /** What a scenario wants done when the call that it is about has returned. */
  afterwards: (() => void) | null = null;
  /** The processes whose descriptors a scenario counts. */
  counted: Counted | null = null;

  constructor(
    readonly specification: Specification,
    readonly adapter: AdapterModule,
    readonly timeline: Timeline,
    readonly under: TlspoolUnderlying,
    private readonly credentials: TLSPOOL_CREDENTIALS,
  ) {
    this.wire = wireOf(specification);
    this.recorder = new Recorder(under.doubles, (name, detail) => {
      timeline.underlying('below', name, detail);
      return timeline.mark - 1;
    });
    const given = adapter.create({
      log: (category, message) => {
        timeline.log(category, message);
      },
      allocate: (size) => new Uint8Array(size),
      connect: () => null,
      now,
      descriptors: this.recorder.descriptors,
    });
    this.api = apiOf(given, specification);
    this.session = new Session(specification, this.api, timeline, (_, parameter) =>
      validValue(this, this.credentials, parameter),
    );
    this.client = new ClientSide(this);
    this.service = new PoolSide(this);
  }

  get underlying(): string {
    return this.under.kind;
  }

  /** The side under test. */
  get side(): 'client' | 'pool' {
    return this.adapter.capabilities.side === 'pool' ? 'pool' : 'client';
  }

  get history(): readonly StateChange[] {
    return flowStates(this.timeline, this.client.flow);
  }

  get state(): string {
    return this.history.at(-1)?.state ?? 'none';
  }

  get destroyed(): boolean {
    return this.timeline.calls.some(({ function: name }) => name === 'tlspool_flow_destroy');
  }

  /** @throws UnobservableError where there is nothing below that the adapter could open without iospec's descriptors. */
  call(functionName: string, given: NamedArguments = {}): CallRecord {
    const opens = functionName === 'tlspool_async_open' || functionName === 'tlspool_service_start';
    if (opens && this.under.kind === 'mock') requireSeam(this.adapter.capabilities, 'descriptors');
    const call = this.session.call(functionName, given);
    this.client.note(call);
    if (functionName === 'tlspool_service_start' && call.result !== null) this.service.service = call.result;
    if (functionName === 'tlspool_service_stop' && call.arguments.service === this.service.service)
      this.service.service = null;
    return call;
  }

  argumentsOf(functionName: string): NamedArguments {
    return this.session.arguments(functionName);
  }

  unreachable(): null {
    return null;
  }

  enterState(state: string): Promise<void> {
    return enterFlowState(this, state);
  }

  prepareFor(functionName: string): Promise<void> {
    return prepareFor(this, functionName);
  }

  async beforeCall(functionName: string): Promise<void> {
    if (functionName === 'tlspool_flow_starttls')
      await preparing('get a connection to hand over', () => this.client.prepareConnection());
  }

  afterCall(): void {
    this.afterwards?.();
    this.afterwards = null;
  }

  evidenceOf(): Promise<readonly Evidence[]> {
    return Promise.resolve([]);
  }

  /** Puts a TLS client at the far end of a connection, where a pool that does TLS has the near end. */
  dressFar(connection: Connection): void {
    if (this.side === 'client' && this.under.kind === 'mock') return;
    const peer = connect({
      socket: connection.far,
      servername: SERVER_NAME,
      ca: this.credentials.authority,
    });
    // A connection that a scenario breaks off is nobody's failure.
    peer.on('error', () => undefined);
    this.peers.set(connection, peer);
  }

  /** True while the side under test has a descriptor that it came by in this way. */
  holds(how: string): boolean {
    return [...this.recorder.owned.values()].includes(how);
  }

  /** Puts a TLS server at the far end of a connection. */
  serveAt(connection: Connection): void {
    const { certificate: cert, private_key: key } = this.credentials;
    const peer = new TLSSocket(connection.far, { isServer: true, cert, key });
    peer.on('error', () => undefined);
    this.peers.set(connection, peer);
  }

  async settle(): Promise<void> {
    if (this.side === 'pool') {
      const isBack = this.service.barrier();
      await this.comes(isBack);
    }
    let still = 0;
    while (still < SETTLING_ROUNDS) {
      const before = this.under.activity();
      await this.round(0);
      still = before === this.under.activity() ? still + 1 : 0;
    }
  }

  /**
   * Pumps until the condition holds; false when nothing can come any more, or in time.
   * @param pumped `unpumped`: the side that the tester plays does nothing meanwhile.
   */
  async comes(condition: () => boolean, pumped: 'pumped' | 'unpumped' = 'pumped'): Promise<boolean> {
    const start = now();
    let still = 0;
    for (let round = 0; !condition(); round += 1) {
      const before = this.under.activity();
      await this.round(round, pumped === 'pumped');
      still = before !== null && before === this.under.activity() ? still + 1 : 0;
      if (still > STILL_ROUNDS || now() - start > DEADLINE_MS) return condition();
    }
    return true;
  }

  async waitUntil(
    what: string,
    condition: () => boolean,
    pumped: 'pumped' | 'unpumped' = 'pumped',
  ): Promise<void> {
    if (!(await this.comes(condition, pumped))) throw new ExpectationError(`${what} comes`, what, 'nothing');
  }

  async dispose(): Promise<void> {
    await (this.side === 'pool' ? this.service : this.client).dispose();
    for (const peer of this.peers.values()) peer.destroy();
    const { owned, streams } = this.recorder;
    // What became of them only an adapter that takes iospec's descriptors shows.
    if (isDeclined(this.adapter.capabilities, 'descriptors')) owned.clear();
    await this.comes(() => owned.size === 0 && streams.size === 0 && this.under.open() === 0);
    this.leftBehind.push(...[...owned.values()].map((how) => `a descriptor (${how})`));
    // It must not pile up over many scenarios.
    for (const descriptor of owned.keys()) this.under.descriptors.close(descriptor);
    if (this.leftBehind.length === 0 && this.under.open() > 0)
      this.leftBehind.push(`${this.under.open()} descriptors in memory`);
    await this.under.dispose();
  }

  private async round(count: number, pumps = true): Promise<void> {
    if (pumps) (this.side === 'pool' ? this.service : this.client).pump();
    for (let turns = 0; turns < TURNS; turns += 1) await turn();
    // The processor is left to others once it takes longer.
    if (count > EAGER_ROUNDS) await pause(1);
  }
}
