import type { CONCRETE_IO_HANDLE } from '../../../src/adapters/xio/xio.js';
import type { AdapterModule } from '../../../src/subject/adapter.js';
import { apiOf } from '../../../src/subject/api.js';
import { Notes } from '../../../src/stage/notes.js';
import { preparing } from '../../../src/stage/preparation.js';
import { Pump } from '../../../src/stage/pump.js';
import { Session, type NamedArguments } from '../../../src/stage/session.js';
import { Memory } from '../../../src/stage/memory.js';
import { requireSeam } from '../../../src/stage/seams.js';
import type { Evidence, Stage, StateChange } from '../../../src/stage/stage.js';
import type { CallRecord, Timeline } from '../../../src/timeline/timeline.js';
import type { Specification } from '../../../src/specification/model.js';
import type { TlsUnderlying } from '../underlying/underlying.js';
import { Clock } from './clock.js';
import { evidenceOf } from './evidence.js';
import type { TlsioInstance } from './instance.js';
import { externalStates } from './external_state.js';
import { enterExternalState, prepareFor, unreachable } from './states.js';

/** Messages that wait when a close or destroy comes: more than one, so that their order shows. */
const UNSENT_MESSAGES = 3;

/** One tlsio under test over one underlying IO and its peer. */
export class TlsioStage implements Stage, TlsioInstance {
  readonly session: Session;
  handle: CONCRETE_IO_HANDLE | null = null;
  /** What a send is given when the scenario does not say: contents and size. */
  message: Uint8Array = Buffer.from('a message');
  /** What steps note for later ones. */
  readonly notes = new Notes();
  private readonly pump: Pump;

  constructor(
    readonly specification: Specification,
    readonly adapter: AdapterModule,
    readonly timeline: Timeline,
    readonly under: TlsUnderlying,
    readonly clock = new Clock(adapter),
    readonly memory = new Memory(adapter),
  ) {
    this.pump = new Pump(under, () => {
      if (this.handle !== null) this.call('tlsio_dowork');
    });
    const given = adapter.create({
      log: (category, message) => {
        timeline.log(category, message);
      },
      allocate: memory.allocate,
      connect: under.connect,
      now: clock.now,
    });
    const api = apiOf(given, specification);
    this.session = new Session(specification, api, timeline, (functionName, parameter) =>
      this.validValue(functionName, parameter),
    );
  }

  get underlying(): string {
    return this.under.kind;
  }

  get history(): readonly StateChange[] {
    return externalStates(this.timeline);
  }

  /** The external state now; `none` before an instance stands. */
  get state(): string {
    return this.history.at(-1)?.state ?? 'none';
  }

  /** @throws UnobservableError when a connection would be opened that iospec can't stand below. */
  call(functionName: string, given: NamedArguments = {}): CallRecord {
    if (functionName === 'tlsio_open_async' && this.opensConnection(given))
      requireSeam(this.adapter.capabilities, 'connect');
    const call = this.session.call(functionName, given);
    if (functionName === 'tlsio_create' && call.result !== null)
      this.handle = call.result as CONCRETE_IO_HANDLE;
    if (functionName === 'tlsio_destroy' && call.arguments.tlsio_handle === this.handle) this.handle = null;
    return call;
  }

  /** True for an open that a direct design must accept: a chained one stands on the interface that it was given. */
  private opensConnection(given: NamedArguments): boolean {
    const isAccepted = this.state === 'TLSIO_STATE_EXT_CLOSED' && !Object.values(given).includes(null);
    return isAccepted && this.adapter.capabilities.design === 'direct';
  }

  /**
   * Creates the instance under test, trusting the peer's authority, unless one stands.
   * @throws PreparationError when there is none to be had.
   */
  async ensureCreated(): Promise<void> {
    if (this.handle !== null) return;
    await preparing('create an instance that trusts its peer', () => {
      this.call('tlsio_create');
      if (this.handle === null) throw new Error('tlsio_create returned NULL for a valid configuration');
      const { result } = this.call('tlsio_setoption');
      if (result !== 0) throw new Error(`tlsio_setoption returned ${String(result)} for TrustedCerts`);
    });
  }

  argumentsOf(functionName: string): NamedArguments {
    return this.session.arguments(functionName);
  }

  unreachable(state: string): string | null {
    return unreachable(this.adapter, state);
  }

  enterState(state: string): Promise<void> {
    return enterExternalState(this, state);
  }

  prepareFor(functionName: string): Promise<void> {
    return prepareFor(this, functionName);
  }

  get destroyed(): boolean {
    return this.handle === null && this.timeline.calls.some(({ function: name }) => name === 'tlsio_destroy');
  }

  evidenceOf(state: string): Promise<readonly Evidence[]> {
    return evidenceOf(this, state);
  }

  async beforeCall(functionName: string): Promise<void> {
    const closes = functionName === 'tlsio_close_async' || functionName === 'tlsio_destroy';
    if (closes && this.state === 'TLSIO_STATE_EXT_OPEN') await this.leaveMessagesUnsent(UNSENT_MESSAGES);
  }

  afterCall(functionName: string): void {
    if (functionName === 'tlsio_close_async' || functionName === 'tlsio_destroy') this.under.releaseSends();
  }

  /**
   * Queues messages that the underlying IO does not take.
   * @throws PreparationError when the adapter refuses one.
   */
  async leaveMessagesUnsent(count: number): Promise<void> {
    this.under.holdSends();
    await preparing('leave messages unsent', () => {
      for (let number = 1; number <= count; number += 1) {
        const message = Buffer.from(`unsent message ${number}`);
        const { result } = this.call('tlsio_send_async', { buffer: message, size: message.length });
        if (result !== 0) throw new Error(`tlsio_send_async returned ${String(result)}`);
      }
    });
  }

  settle(): Promise<void> {
    return this.pump.settle();
  }

  waitUntil(what: string, condition: () => boolean): Promise<void> {
    return this.pump.waitUntil(what, condition);
  }

  /** Lets the event loop turn until nothing moves, without calling the adapter. */
  settleWithoutDowork(): Promise<void> {
    return this.pump.by(() => undefined).settle();
  }

  async dispose(): Promise<void> {
    if (this.handle !== null) this.call('tlsio_destroy');
    await this.under.dispose();
  }

  private validValue(functionName: string, parameter: string): unknown {
    const values = new Map<string, unknown>([
      ['io_create_parameters', this.under.config],
      ['tlsio_handle', this.handle],
      ['buffer', this.message],
      ['size', this.message.length],
      ['optionName', 'TrustedCerts'],
      ['value', this.under.trustedCerts],
    ]);
    if (!values.has(parameter))
      throw new Error(`no valid value is known for ${parameter} of ${functionName}`);
    return values.get(parameter);
  }
}
