import type { AdapterModule } from '../../../src/subject/adapter.js';
import type { CONCRETE_IO_HANDLE } from '../../../src/adapters/xio/xio.js';
import { apiOf } from '../../../src/subject/api.js';
import { Memory } from '../../../src/stage/memory.js';
import { PreparationError, preparing } from '../../../src/stage/preparation.js';
import { Pump } from '../../../src/stage/pump.js';
import { requireSeam } from '../../../src/stage/seams.js';
import { Session, type NamedArguments } from '../../../src/stage/session.js';
import type { Evidence, Stage, StateChange } from '../../../src/stage/stage.js';
import type { CallRecord, Timeline } from '../../../src/timeline/timeline.js';
import type { Specification } from '../../../src/specification/model.js';
import type { Configuration, FunctionName, LibraryCall, WsUnderlying } from '../underlying/underlying.js';
import { externalStates } from './external_state.js';
import { enterFromClosed, type WsioInstance } from './states.js';

/** Messages that wait when a close or destroy comes: more than one, so that their order shows. */
const UNSENT_MESSAGES = 3;

/** One wsio under test over one underlying IO and its peer. */
export class WsioStage implements Stage, WsioInstance {
  readonly session: Session;
  handle: CONCRETE_IO_HANDLE | null = null;
  /** What `wsio_create` is given when the scenario does not say. */
  configuration: Configuration;
  /** What a send is given when the scenario does not say. */
  message: Uint8Array = Buffer.from('a message');
  /** The state in which the scenario's event came. */
  stateBefore = 'none';
  private insideClose = false;
  private readonly pump: Pump;

  constructor(
    readonly specification: Specification,
    readonly adapter: AdapterModule,
    readonly timeline: Timeline,
    readonly under: WsUnderlying,
    readonly memory = new Memory(adapter),
  ) {
    this.configuration = under.plain;
    this.pump = new Pump(under, () => {
      if (this.handle !== null) this.call('wsio_dowork');
    });
    const given = adapter.create({
      log: (category, message) => {
        timeline.log(category, message);
      },
      allocate: memory.allocate,
      release: memory.release,
      connect: () => null,
      now: () => performance.now(),
      libwebsockets: under.observed.face,
    });
    this.session = new Session(specification, apiOf(given, specification), timeline, (name, parameter) =>
      this.validValue(name, parameter),
    );
  }

  get underlying(): string {
    return this.under.kind;
  }

  get history(): readonly StateChange[] {
    return externalStates(this.timeline);
  }

  /** The state now; `none` before an instance stands. */
  get state(): string {
    return this.history.at(-1)?.state ?? 'none';
  }

  get destroyed(): boolean {
    return this.handle === null && this.timeline.calls.some(({ function: name }) => name === 'wsio_destroy');
  }

  /** The next call is made from inside the first callback of a close, which is begun for it. */
  callInsideClose(): void {
    this.insideClose = true;
  }

  /** @throws UnobservableError when the adapter stands on a libwebsockets that iospec can't stand below. */
  call(functionName: string, given: NamedArguments = {}): CallRecord {
    if (functionName === 'wsio_open') requireSeam(this.adapter.capabilities, 'libwebsockets');
    const call = this.insideClose
      ? this.callWithin(functionName, given)
      : this.session.call(functionName, given);
    if (functionName === 'wsio_create' && call.result !== null)
      this.handle = call.result as CONCRETE_IO_HANDLE;
    if (functionName === 'wsio_destroy' && call.arguments.ws_io === this.handle) this.handle = null;
    return call;
  }

  argumentsOf(functionName: string): NamedArguments {
    return this.session.arguments(functionName);
  }

  unreachable(): null {
    return null;
  }

  /** @throws PreparationError when there is no instance to be had. */
  async ensureCreated(): Promise<void> {
    if (this.handle !== null) return;
    await preparing('create an instance', () => {
      this.call('wsio_create');
      if (this.handle === null) throw new Error('wsio_create returned NULL for a valid configuration');
    });
  }

  async enterState(state: string): Promise<void> {
    await this.ensureCreated();
    await preparing(`bring the wsio into the state ${state}`, () => enterFromClosed(this, state));
  }

  async prepareFor(functionName: string): Promise<void> {
    if (functionName === 'wsio_create' || functionName === 'wsio_get_interface_description') return;
    if (functionName === 'wsio_open' || functionName === 'wsio_setoption') await this.ensureCreated();
    else await this.enterState('open');
  }

  async beforeCall(functionName: string): Promise<void> {
    const closes = functionName === 'wsio_close' || functionName === 'wsio_destroy';
    if (closes && this.state === 'open') await this.leaveUnsent(UNSENT_MESSAGES);
  }

  afterCall(): void {
    // What `beforeCall` queued has no more to come.
  }

  evidenceOf(): Promise<readonly Evidence[]> {
    return Promise.resolve([]);
  }

  /**
   * Queues messages that libwebsockets has not asked for yet.
   * @throws PreparationError when the adapter refuses one.
   */
  async leaveUnsent(count: number): Promise<readonly CallRecord[]> {
    return preparing('leave messages unsent', () =>
      Array.from({ length: count }, (_, index) => {
        const buffer = Buffer.from(`unsent message ${index + 1}`);
        const call = this.call('wsio_send', { buffer, size: buffer.length });
        if (call.result !== 0) throw new Error(`wsio_send returned ${String(call.result)}`);
        return call;
      }),
    );
  }

  /** Calls that the adapter made below from a place in the timeline on. */
  below(name: FunctionName, since: number): readonly LibraryCall[] {
    return this.under.observed.callsOf(name, since);
  }

  settle(): Promise<void> {
    return this.pump.settle();
  }

  waitUntil(what: string, condition: () => boolean): Promise<void> {
    return this.pump.waitUntil(what, condition);
  }

  async dispose(): Promise<void> {
    this.under.observed.clearScripts();
    this.memory.grantAll();
    if (this.handle !== null) this.call('wsio_destroy');
    await this.under.dispose();
  }

  private callWithin(functionName: string, given: NamedArguments): CallRecord {
    this.insideClose = false;
    const calls: CallRecord[] = [];
    this.session.onNext('on_send_complete', () => {
      calls.push(this.session.call(functionName, given));
    });
    this.session.call('wsio_close');
    const [call] = calls;
    if (call === undefined)
      throw new PreparationError('call from inside a close', { cause: 'it called nothing back' });
    return call;
  }

  private validValue(functionName: string, parameter: string): unknown {
    const values = new Map<string, unknown>([
      ['io_create_parameters', this.configuration],
      ['logger_log', null],
      ['ws_io', this.handle],
      ['socket_io', this.handle],
      ['buffer', this.message],
      ['size', this.message.length],
      ['optionName', 'an option'],
      ['value', 'a value'],
    ]);
    if (!values.has(parameter))
      throw new Error(`no valid value is known for ${parameter} of ${functionName}`);
    return values.get(parameter);
  }
}
