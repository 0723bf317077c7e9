import {
  SOCKET_ERROR,
  WIN32_ERROR,
  type OVERLAPPED,
  type PTP_IO,
  type PTP_WIN32_IO_CALLBACK,
  type Win32Call,
  type Win32Socket,
} from '../../../src/adapters/async_socket_win32/win32_socket/win32_socket.js';
import { lengthOf } from '../../../src/adapters/async_socket_win32/win32_socket/memory.js';
import { spiesOf, type Spies } from '../../../src/stage/doubles.js';
import { Interjections } from '../../../src/stage/interjections.js';

/** A call that the adapter has made. */
export interface ObservedCall {
  readonly name: Win32Call;
  readonly arguments: readonly unknown[];
  readonly result: unknown;
  /** What {@link ObservedOptions.mark} gave before it. */
  readonly mark: number;
}

/** How an IO has completed, as the thread pool tells it. */
export interface IoCompletion {
  readonly overlapped: OVERLAPPED | null;
  readonly io_result: number;
  readonly number_of_bytes_transferred: number;
}

/** A send or receive that the adapter has started. */
export interface ObservedIo {
  readonly call: ObservedCall;
  readonly operation: 'send' | 'receive';
  readonly overlapped: OVERLAPPED;
  /** Bytes of its buffers. */
  readonly length: number;
  /** Bytes that went or came; null as long as it is under way. */
  transferred: number | null;
  /** What the adapter was told; null as long as it was told nothing. */
  completion: IoCompletion | null;
}

export interface ObservedOptions {
  /** Told of each call and each return. */
  readonly onCall: (kind: 'below' | 'belowReturn', name: Win32Call, detail: string) => void;
  /** Makes a callback of the thread pool: what the adapter does between is that callback's doing. */
  readonly onComplete: (completion: IoCompletion, callBack: () => void) => void;
  /** A number that orders the calls among other events. */
  readonly mark: () => number;
}

/** What a call returns that fails; the others return nothing, and can't. */
const FAILURES: Readonly<Partial<Record<Win32Call, unknown>>> = {
  execution_engine_win32_get_threadpool: null,
  CreateThreadpoolCleanupGroup: null,
  CreateThreadpoolIo: null,
  CreateEvent: null,
  WSASend: SOCKET_ERROR,
  WSARecv: SOCKET_ERROR,
};

/** The calls below an adapter, written down, with what a scenario has in mind for some of them. */
export class Observed {
  readonly made: ObservedCall[] = [];
  /** Grows with every call and every completion. */
  activity = 0;
  readonly started: ObservedIo[] = [];
  /** What the adapter gets: sinon's spies around the functions given. */
  readonly calls: Spies<Win32Socket>;
  private readonly interjections = new Interjections<Win32Call>();
  private readonly failing = new Map<Win32Call, number>();
  private readonly alterations: ((completion: IoCompletion) => Partial<IoCompletion>)[] = [];
  /** Set by a transfer that was made to fail, until the next one. */
  private lastError: number | null = null;
  private tell: ((completion: IoCompletion) => void) | null = null;
  /** Completions that the thread pool has told and the adapter has not heard of; null: it hears of each at once. */
  private held: (() => void)[] | null = null;

  constructor(
    inner: Win32Socket,
    private readonly options: ObservedOptions,
  ) {
    const watched = <Name extends Win32Call>(name: Name): Win32Socket[Name] =>
      this.watched(name, (...parameters: unknown[]) =>
        (inner[name] as (...given: unknown[]) => unknown)(...parameters),
      ) as Win32Socket[Name];
    this.calls = spiesOf<Win32Socket>({
      execution_engine_win32_get_threadpool: watched('execution_engine_win32_get_threadpool'),
      InitializeThreadpoolEnvironment: watched('InitializeThreadpoolEnvironment'),
      SetThreadpoolCallbackPool: watched('SetThreadpoolCallbackPool'),
      SetThreadpoolCallbackCleanupGroup: watched('SetThreadpoolCallbackCleanupGroup'),
      DestroyThreadpoolEnvironment: watched('DestroyThreadpoolEnvironment'),
      CreateThreadpoolCleanupGroup: watched('CreateThreadpoolCleanupGroup'),
      CloseThreadpoolCleanupGroup: watched('CloseThreadpoolCleanupGroup'),
      CreateThreadpoolIo: this.watched('CreateThreadpoolIo', (socket, callback, context, environment) =>
        inner.CreateThreadpoolIo(socket, this.listening(callback), context, environment),
      ),
      StartThreadpoolIo: watched('StartThreadpoolIo'),
      CancelThreadpoolIo: watched('CancelThreadpoolIo'),
      WaitForThreadpoolIoCallbacks: this.watched('WaitForThreadpoolIoCallbacks', (io, cancel) => {
        inner.WaitForThreadpoolIoCallbacks(io, cancel);
        // Callbacks that it has waited for have been made.
        this.release();
      }),
      CloseThreadpoolIo: watched('CloseThreadpoolIo'),
      CreateEvent: watched('CreateEvent'),
      CloseHandle: watched('CloseHandle'),
      WSASend: watched('WSASend'),
      WSARecv: watched('WSARecv'),
      WSAGetLastError: () => this.lastError ?? inner.WSAGetLastError(),
      CancelIoEx: watched('CancelIoEx'),
    });
  }

  /** Does something right before or after the next call of a function, as another thread could. */
  interject(name: Win32Call, when: 'before' | 'after', act: () => void): void {
    this.interjections.add(name, when, act);
  }

  /** True for a call that can fail. */
  canFail(name: string): name is Win32Call {
    return name in FAILURES;
  }

  /**
   * Has the next call of a function fail in place of being made.
   * @param error What `WSAGetLastError` gives then.
   */
  fail(name: Win32Call, error: number = WIN32_ERROR.WSAENOBUFS): void {
    this.failing.set(name, error);
  }

  /** Changes how the next IO is told to have completed. */
  alterNext(alteration: (completion: IoCompletion) => Partial<IoCompletion>): void {
    this.alterations.push(alteration);
  }

  /** Keeps completions back, as a thread pool does that is busy. */
  hold(): void {
    this.held ??= [];
  }

  /** Completions that are kept back. */
  get heldBack(): number {
    return this.held?.length ?? 0;
  }

  /** Tells the adapter what was kept back; the last first, as threads may overtake each other. */
  release(): void {
    const held = this.held ?? [];
    this.held = null;
    for (const tell of held.reverse()) tell();
  }

  /** Calls the adapter back as the thread pool would. */
  raise(completion: IoCompletion): void {
    if (this.tell === null) throw new Error('the adapter has given no callback to CreateThreadpoolIo');
    this.tell(completion);
  }

  /** The calls of a function, oldest first. */
  callsOf(name: Win32Call, mark = 0): readonly ObservedCall[] {
    return this.made.filter((call) => call.name === name && call.mark >= mark);
  }

  /** IOs that are under way, oldest first. */
  get pending(): readonly ObservedIo[] {
    return this.started.filter(({ completion }) => completion === null);
  }

  private listening(callback: PTP_WIN32_IO_CALLBACK): PTP_WIN32_IO_CALLBACK {
    return (instance, context, overlapped, io_result, number_of_bytes_transferred, io) => {
      this.activity += 1;
      const own = { overlapped, io_result, number_of_bytes_transferred };
      const started = this.started.find((one) => one.overlapped === overlapped);
      if (started !== undefined) started.transferred = number_of_bytes_transferred;
      const tell = (): void => {
        const told = { ...own, ...this.alterations.shift()?.(own) };
        if (started !== undefined) started.completion = told;
        this.options.onComplete(told, () => {
          callback(instance, context, told.overlapped, told.io_result, told.number_of_bytes_transferred, io);
        });
      };
      if (this.held === null) tell();
      else this.held.push(tell);
    };
  }

  private watched<Parameters extends unknown[], Result>(
    name: Win32Call,
    call: (...parameters: Parameters) => Result,
  ): (...parameters: Parameters) => Result {
    return (...parameters) => {
      const mark = this.options.mark();
      this.activity += 1;
      this.options.onCall('below', name, detailOf(name, parameters));
      this.interjections.run(name, 'before');
      const error = this.failing.get(name);
      this.failing.delete(name);
      if (name === 'WSASend' || name === 'WSARecv') this.lastError = error ?? null;
      const result = error === undefined ? call(...parameters) : (FAILURES[name] as Result);
      const record: ObservedCall = { name, arguments: parameters, result, mark };
      this.made.push(record);
      if (error === undefined) this.noteEffect(record);
      this.options.onCall('belowReturn', name, resultOf(result));
      this.interjections.run(name, 'after');
      return result;
    };
  }

  private noteEffect(call: ObservedCall): void {
    const { name, arguments: given, result } = call;
    if (name === 'CreateThreadpoolIo' && result !== null) {
      const [, callback, context] = given as Parameters<Win32Socket['CreateThreadpoolIo']>;
      this.tell = (completion) => {
        this.options.onComplete(completion, () => {
          const { overlapped, io_result, number_of_bytes_transferred } = completion;
          callback(null, context, overlapped, io_result, number_of_bytes_transferred, result as PTP_IO);
        });
      };
    }
    if (name !== 'WSASend' && name !== 'WSARecv') return;
    const [, buffers, , , , overlapped] = given as Parameters<Win32Socket['WSASend']>;
    const isRefused = result !== 0 && this.calls.WSAGetLastError() !== WIN32_ERROR.WSA_IO_PENDING;
    if (isRefused) return;
    this.started.push({
      call,
      operation: name === 'WSASend' ? 'send' : 'receive',
      overlapped,
      length: lengthOf(buffers),
      transferred: null,
      completion: null,
    });
  }
}

function detailOf(name: Win32Call, parameters: readonly unknown[]): string {
  if (name === 'WSASend' || name === 'WSARecv') {
    const [, buffers] = parameters as Parameters<Win32Socket['WSASend']>;
    return buffers.map(({ len }) => `len=${len}`).join(', ');
  }
  if (name === 'WaitForThreadpoolIoCallbacks')
    return `fCancelPendingCallbacks=${parameters[1] === true ? 'TRUE' : 'FALSE'}`;
  return '';
}

function resultOf(result: unknown): string {
  if (result === null) return 'NULL';
  return typeof result === 'number' || typeof result === 'boolean' ? String(result) : '';
}
