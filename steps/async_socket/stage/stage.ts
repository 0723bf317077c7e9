import type {
  ASYNC_SOCKET_BUFFER,
  ASYNC_SOCKET_HANDLE,
} from '../../../src/adapters/async_socket/async_socket.js';
import type { Dependencies } from '../../../src/adapters/xio/dependencies.js';
import { apiOf } from '../../../src/subject/api.js';
import { Memory } from '../../../src/stage/memory.js';
import { Notes } from '../../../src/stage/notes.js';
import { isFailure } from '../../../src/timeline/failure.js';
import { preparing } from '../../../src/stage/preparation.js';
import { Pump } from '../../../src/stage/pump.js';
import { Session, type NamedArguments } from '../../../src/stage/session.js';
import type { Evidence, Stage, StateChange } from '../../../src/stage/stage.js';
import type { CallRecord } from '../../../src/timeline/timeline.js';
import { buffersOf } from '../buffers.js';
import type { AsyncSocketUnderlying } from '../underlying.js';
import { Diagnostics } from './diagnostics.js';
import { AsyncSocketInstance } from './instance.js';
import { callWhilePassing, type PassingState } from './passing.js';
import type { UnderWay } from '../../../src/stage/under_way.js';
import type { IospecWorld } from '../../../src/stage/world.js';

/** A call that is made when the last condition of it has been said. */
interface Intent {
  /** Conditions of the scenario that have been said. */
  said: number;
  readonly preparations: (() => Promise<void> | void)[];
  act: (() => Promise<void> | void) | null;
}

/** One async socket under test, whichever system it is made for. */
export abstract class AsyncSocketStage implements Stage {
  /** What the scenario's conditions have prepared, and what they are about. */
  readonly intent: Intent = { said: 0, preparations: [], act: null };
  readonly session: Session;
  readonly underlying: string;
  readonly diagnostics: Diagnostics;
  readonly memory: Memory;
  /** What steps note for later ones. */
  readonly notes = new Notes();
  /** Buffers that a call is given when the scenario does not say. */
  buffers: readonly ASYNC_SOCKET_BUFFER[] = buffersOf('the first buffer, ', 'the second, ', 'and the third');
  /** The passing state that the next call of the scenario is made in. */
  protected passing: PassingState | null = null;
  /** The async socket, for calls that are not the scenario's. */
  protected readonly instance: AsyncSocketInstance;
  private readonly pump: Pump;

  /**
   * @param below Gives the underlying IO that stands now.
   * @param seam The calls below as the adapter under test gets them.
   */
  constructor(
    protected readonly world: IospecWorld,
    below: () => AsyncSocketUnderlying,
    seam: Pick<Dependencies, 'linux_socket' | 'win32_socket'>,
  ) {
    const underWay: UnderWay = {
      isInMemory: below().isInMemory,
      moving: () => below().moving(),
      activity: () => below().activity(),
    };
    this.pump = new Pump(underWay, () => {
      below().pump();
    });
    this.underlying = below().kind;
    this.memory = new Memory(world.adapter);
    this.diagnostics = new Diagnostics(world.timeline);
    const adapter = world.adapter.create({
      log: (category, message) => {
        world.timeline.log(category, message);
      },
      allocate: this.memory.allocate,
      release: this.memory.release,
      connect: () => null,
      now: () => performance.now(),
      ...seam,
    });
    const api = apiOf(adapter, world.specification);
    this.session = new Session(world.specification, api, world.timeline, (_name, parameter) =>
      this.validValue(parameter),
    );
    this.instance = new AsyncSocketInstance(this.session, world.timeline);
  }

  /** The socket that the adapter under test takes. */
  abstract readonly socket: unknown;

  /** Makes a call from inside the open or close of another call, where its state passes. */
  protected abstract during(state: PassingState, act: () => void): void;
  /** Has the adapter's callback called from below. */
  protected abstract callFromBelow(functionName: string, given: NamedArguments): CallRecord;
  abstract beforeCall(functionName: string): Promise<void>;
  /** Brings the adapter where the function needs all that can fail: a send has no room, for example. */
  abstract beforeFailure(functionName: string): Promise<void>;
  /** Has the next call of a function below fail. */
  abstract failBelow(name: string): void;
  /** Makes a call from inside a call below that another function of the adapter makes. */
  abstract inside(functionName: string, act: () => void): void;
  /** What a destroyed async socket must not have left below. */
  abstract leftBelow(): readonly Evidence[];
  /** Puts another socket below, for another async socket; the one before is destroyed. */
  abstract renew(): Promise<void>;
  /** True while the underlying socket is not closed. */
  abstract readonly isSocketOpen: boolean;
  protected abstract disposeBelow(): Promise<void>;

  get handle(): ASYNC_SOCKET_HANDLE | null {
    return this.instance.handle;
  }

  get history(): readonly StateChange[] {
    return this.instance.history;
  }

  get state(): string {
    return this.instance.state;
  }

  get destroyed(): boolean {
    return this.instance.destroyed;
  }

  call(functionName: string, given: NamedArguments = {}): CallRecord {
    const isFromBelow = this.world.specification.prototypes.some(
      ({ name, isStatic }) => name === functionName && isStatic === true,
    );
    if (isFromBelow) return this.callFromBelow(functionName, given);
    const { passing } = this;
    if (passing === null) return this.instance.call(functionName, given);
    this.passing = null;
    const itself = this.itself(functionName);
    return callWhilePassing(
      this.world,
      passing,
      (state, act) => {
        this.during(state, act);
      },
      () => this.instance.call(functionName, { ...itself, ...given }),
    );
  }

  argumentsOf(functionName: string): NamedArguments {
    return this.session.arguments(functionName);
  }

  unreachable(): string | null {
    return null;
  }

  /** @throws PreparationError when the adapter does not get there. */
  async enterState(state: string): Promise<void> {
    await preparing(`bring the async socket into ${state}`, () => {
      this.instance.create();
      if (state === 'OPEN' || state === 'CLOSING') this.instance.open();
      if (state === 'OPENING' || state === 'CLOSING') {
        this.passing = state;
        this.instance.enter(state);
      }
    });
  }

  async prepareFor(functionName: string): Promise<void> {
    if (functionName.endsWith('_create')) return;
    await this.enterState(functionName.endsWith('_open_async') ? 'CLOSED' : 'OPEN');
  }

  afterCall(): void {
    // Nothing was set up that would hold the adapter.
  }

  evidenceOf(state: string): Promise<readonly Evidence[]> {
    if (this.handle === null) return Promise.resolve([]);
    const { result } = this.world.probe('async_socket_receive_async');
    return Promise.resolve([behavesAs(state, result)]);
  }

  settle(): Promise<void> {
    return this.pump.settle();
  }

  waitUntil(what: string, condition: () => boolean): Promise<void> {
    return this.pump.waitUntil(what, condition);
  }

  async dispose(): Promise<void> {
    if (this.handle !== null) this.instance.call('async_socket_destroy');
    this.diagnostics.dispose();
    await this.disposeBelow();
  }

  /** The handle that a call is about, which may be gone by the time that it is made. */
  private itself(functionName: string): NamedArguments {
    return functionName.endsWith('_create') ? {} : { async_socket: this.handle };
  }

  /** What an async socket takes its threads from. */
  protected get executionEngine(): object {
    return {};
  }

  private validValue(parameter: string): unknown {
    const values = new Map<string, unknown>([
      ['execution_engine', this.executionEngine],
      ['socket_handle', this.socket],
      ['async_socket', this.handle],
      ['buffers', this.buffers],
      ['payload', this.buffers],
      ['buffer_count', this.buffers.length],
    ]);
    if (!values.has(parameter)) throw new Error(`no valid value is known for ${parameter}`);
    return values.get(parameter);
  }
}

/** In OPEN a receive is accepted, and in every other state it is refused. */
function behavesAs(state: string, result: unknown): Evidence {
  const holds = !isFailure(result) === (state === 'OPEN');
  const expected = state === 'OPEN' ? 'a receive is accepted' : 'a receive is refused';
  const what = `the async socket behaves as ${state}`;
  return { what, holds, expected, observed: `it returned ${String(result)}` };
}
