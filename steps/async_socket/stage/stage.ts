import type {
  ASYNC_SOCKET_BUFFER,
  ASYNC_SOCKET_HANDLE,
} from '../../../src/adapters/async_socket/async_socket.js';
import type { AdapterApi } from '../../../src/subject/adapter.js';
import { apiOf } from '../../../src/subject/api.js';
import { Memory } from '../../../src/stage/memory.js';
import { isFailure } from '../../../src/timeline/failure.js';
import { PreparationError, preparing } from '../../../src/stage/preparation.js';
import { Pump } from '../../../src/stage/pump.js';
import { Session, type NamedArguments } from '../../../src/stage/session.js';
import type { Evidence, Stage, StateChange } from '../../../src/stage/stage.js';
import type { CallRecord } from '../../../src/timeline/timeline.js';
import { Diagnostics } from './diagnostics.js';
import type { UnderWay } from '../../../src/stage/under_way.js';
import type { IospecWorld } from '../../../src/stage/world.js';

/** What an async socket of either system stands on. */
export interface AsyncSocketUnderlying extends UnderWay {
  readonly kind: 'mock' | 'loopback' | 'native';
  /** Has the adapter told what has happened, where that is not told by itself. */
  pump(): void;
}

/** The states that a call is met in from elsewhere only: another call is inside them. */
export type PassingState = 'OPENING' | 'CLOSING';

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
  handle: ASYNC_SOCKET_HANDLE | null = null;
  /** Buffers that a call is given when the scenario does not say. */
  buffers: readonly ASYNC_SOCKET_BUFFER[] = buffersOf('the first buffer, ', 'the second, ', 'and the third');
  /** The passing state that the next call of the scenario is made in. */
  protected passing: PassingState | null = null;
  private readonly pump: Pump;
  private readonly changes: StateChange[] = [];

  /**
   * @param below Gives the underlying IO that stands now.
   * @param create The adapter under test over this memory and the stage's underlying IO.
   */
  constructor(
    protected readonly world: IospecWorld,
    below: () => AsyncSocketUnderlying,
    create: (memory: Memory) => AdapterApi,
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
    const api = apiOf(create(this.memory), world.specification);
    this.session = new Session(world.specification, api, world.timeline, (_name, parameter) =>
      this.validValue(parameter),
    );
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

  get history(): readonly StateChange[] {
    return this.changes;
  }

  get state(): string {
    return this.changes.at(-1)?.state ?? 'none';
  }

  get destroyed(): boolean {
    return (
      this.handle === null &&
      this.world.timeline.calls.some(({ function: name }) => name.endsWith('_destroy'))
    );
  }

  call(functionName: string, given: NamedArguments = {}): CallRecord {
    const isFromBelow = this.world.specification.prototypes.some(
      ({ name, isStatic }) => name === functionName && isStatic === true,
    );
    if (isFromBelow) return this.callFromBelow(functionName, given);
    const { passing } = this;
    if (passing === null) return this.callNow(functionName, given);
    this.passing = null;
    const made: CallRecord[] = [];
    const { handle } = this;
    this.during(passing, () => {
      // The call that it comes into is not the scenario's.
      this.world.act();
      const outer = this.world.timeline.during.at(-1);
      const call = this.callNow(functionName, { ...this.itself(functionName, handle), ...given });
      if (outer !== undefined) call.endsWith = outer;
      made.push(call);
    });
    const [call] = made;
    if (call === undefined) {
      const cause = new Error('it makes no call below that could be met');
      throw new PreparationError(`make a call while the async socket is ${passing}`, { cause });
    }
    return call;
  }

  /** A call with the state that follows from it, as an observer derives it. */
  protected callNow(functionName: string, given: NamedArguments): CallRecord {
    const call = this.session.call(functionName, given);
    const isOurs = call.arguments.async_socket === this.handle && this.handle !== null;
    if (functionName === 'async_socket_create' && call.result !== null && this.handle === null) {
      this.handle = call.result as ASYNC_SOCKET_HANDLE;
      this.change('CLOSED');
    } else if (functionName === 'async_socket_open_async' && isOurs && call.result === 0) this.change('OPEN');
    else if (functionName === 'async_socket_close' && isOurs && this.state === 'OPEN') this.change('CLOSED');
    else if (functionName === 'async_socket_destroy' && isOurs) {
      this.handle = null;
      this.change('CLOSED');
    }
    return call;
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
      if (this.handle === null) this.callNow('async_socket_create', {});
      if (this.handle === null) throw new Error('async_socket_create returned NULL');
      if ((state === 'OPEN' || state === 'CLOSING') && this.state !== 'OPEN') {
        const { result } = this.callNow('async_socket_open_async', {});
        if (result !== 0) throw new Error(`async_socket_open_async returned ${String(result)}`);
      }
      if (state === 'OPENING' || state === 'CLOSING') {
        this.passing = state;
        this.change(state);
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
    const isAccepted = !isFailure(result);
    const holds = isAccepted === (state === 'OPEN');
    const expected = state === 'OPEN' ? 'a receive is accepted' : 'a receive is refused';
    return Promise.resolve([
      {
        what: `the async socket behaves as ${state}`,
        holds,
        expected,
        observed: `it returned ${String(result)}`,
      },
    ]);
  }

  settle(): Promise<void> {
    return this.pump.settle();
  }

  waitUntil(what: string, condition: () => boolean): Promise<void> {
    return this.pump.waitUntil(what, condition);
  }

  async dispose(): Promise<void> {
    if (this.handle !== null) this.callNow('async_socket_destroy', {});
    this.diagnostics.dispose();
    await this.disposeBelow();
  }

  protected change(state: string): void {
    this.changes.push({ state, sequence: Math.max(0, this.world.timeline.mark - 1) });
  }

  /** The handle that a call is about, which may be gone by the time that it is made. */
  private itself(functionName: string, handle: ASYNC_SOCKET_HANDLE | null): NamedArguments {
    return functionName.endsWith('_create') ? {} : { async_socket: handle };
  }

  /** What an async socket takes its threads from. */
  protected get executionEngine(): object {
    return {};
  }

  private validValue(parameter: string): unknown {
    const values: Readonly<Record<string, unknown>> = {
      execution_engine: this.executionEngine,
      socket_handle: this.socket,
      async_socket: this.handle,
      buffers: this.buffers,
      payload: this.buffers,
      buffer_count: this.buffers.length,
    };
    if (!(parameter in values)) throw new Error(`no valid value is known for ${parameter}`);
    return values[parameter];
  }
}

/** Buffers that hold these texts, or are so many bytes long. */
export function buffersOf(...contents: readonly (string | number)[]): readonly ASYNC_SOCKET_BUFFER[] {
  return contents.map((content) => {
    const buffer = typeof content === 'number' ? Buffer.alloc(content) : Buffer.from(content);
    return { buffer, length: buffer.length };
  });
}

/** The bytes of buffers, one after the other. */
export function bytesOf(buffers: readonly ASYNC_SOCKET_BUFFER[]): Buffer {
  return Buffer.concat(buffers.map(({ buffer, length }) => (buffer ?? new Uint8Array()).subarray(0, length)));
}
