import type {
  OVERLAPPED,
  PTP_IO,
  PTP_WIN32_IO_CALLBACK,
  Win32Call,
  Win32Socket,
} from '../../../src/adapters/async_socket_win32/win32_socket/win32_socket.js';
import type { ObservedCall } from '../../../src/stage/observed_calls.js';
import type { Recorder } from '../../../src/stage/recorder.js';

/** How an IO has completed, as the thread pool tells it. */
export interface IoCompletion {
  readonly overlapped: OVERLAPPED | null;
  readonly io_result: number;
  readonly number_of_bytes_transferred: number;
}

/** A send or receive that the adapter has started. */
export interface ObservedIo {
  readonly call: ObservedCall<Win32Call>;
  readonly operation: 'send' | 'receive';
  readonly overlapped: OVERLAPPED;
  /** Bytes of its buffers. */
  readonly length: number;
  /** Bytes that went or came; null as long as it is under way. */
  transferred: number | null;
  /** What the adapter was told; null as long as it was told nothing. */
  completion: IoCompletion | null;
}

/** Makes a callback of the thread pool: what the adapter does between is that callback's doing. */
export type OnCompletion = (completion: IoCompletion, callBack: () => void) => void;

/** The IOs that an adapter has started, and what it is told of their ends. */
export class ObservedIos {
  readonly started: ObservedIo[] = [];
  private readonly alterations: ((completion: IoCompletion) => Partial<IoCompletion>)[] = [];
  private tell: ((completion: IoCompletion) => void) | null = null;
  /** Completions that the thread pool has told and the adapter has not heard of; null: it hears of each at once. */
  private held: (() => void)[] | null = null;

  constructor(
    private readonly recorder: Recorder,
    private readonly onCompletion: OnCompletion,
  ) {}

  /** IOs that are under way, oldest first. */
  get pending(): readonly ObservedIo[] {
    return this.started.filter(({ completion }) => completion === null);
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

  /** The adapter's callback as the thread pool gets it. */
  listening(callback: PTP_WIN32_IO_CALLBACK): PTP_WIN32_IO_CALLBACK {
    return (instance, context, overlapped, io_result, number_of_bytes_transferred, io) => {
      this.recorder.move();
      const own = { overlapped, io_result, number_of_bytes_transferred };
      const started = this.started.find((one) => one.overlapped === overlapped);
      if (started !== undefined) started.transferred = number_of_bytes_transferred;
      const tell = (): void => {
        const told = { ...own, ...this.alterations.shift()?.(own) };
        if (started !== undefined) started.completion = told;
        this.onCompletion(told, () => {
          callback(instance, context, told.overlapped, told.io_result, told.number_of_bytes_transferred, io);
        });
      };
      if (this.held === null) tell();
      else this.held.push(tell);
    };
  }

  /** Notes whom {@link raise} calls: the callback of a `CreateThreadpoolIo` that succeeded. */
  created({ arguments: given, result }: ObservedCall<Win32Call>): void {
    const [, callback, context] = given as Parameters<Win32Socket['CreateThreadpoolIo']>;
    this.tell = (completion) => {
      this.onCompletion(completion, () => {
        const { overlapped, io_result, number_of_bytes_transferred } = completion;
        callback(null, context, overlapped, io_result, number_of_bytes_transferred, result as PTP_IO);
      });
    };
  }

  /** Notes what a `WSASend` or `WSARecv` has started. */
  begun(call: ObservedCall<Win32Call>): void {
    const [, buffers, , , , overlapped] = call.arguments as Parameters<Win32Socket['WSASend']>;
    this.started.push({
      call,
      operation: call.name === 'WSASend' ? 'send' : 'receive',
      overlapped,
      length: buffers.reduce((sum, { len }) => sum + len, 0),
      transferred: null,
      completion: null,
    });
  }
}
