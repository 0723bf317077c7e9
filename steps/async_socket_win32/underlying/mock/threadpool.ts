import type {
  HANDLE,
  OVERLAPPED,
  PTP_IO,
  PTP_WIN32_IO_CALLBACK,
  TP_CALLBACK_ENVIRON,
  Win32Socket,
} from '../../../../src/adapters/async_socket_win32/win32_socket/win32_socket.js';

/** Something is used as Windows forbids it; there it would crash, hang or do damage. */
export class MisuseError extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'MisuseError';
  }
}

/** A threadpool IO: whom it calls, and for how many operations it still has to. */
export class MockIo {
  announced = 0;
  isClosed = false;

  constructor(
    readonly callback: PTP_WIN32_IO_CALLBACK,
    readonly context: unknown,
  ) {}
}

/** The threadpool IO behind an opaque pointer. */
export function ioOf(pointer: PTP_IO): MockIo {
  if (!(pointer instanceof MockIo)) throw new MisuseError('this is no threadpool IO');
  if (pointer.isClosed) throw new MisuseError('the threadpool IO has been closed');
  return pointer;
}

/** How an operation has ended. */
export interface MockCompletion {
  readonly io: MockIo;
  readonly overlapped: OVERLAPPED;
  readonly io_result: number;
  readonly bytes: number;
}

/** Completions that the adapter has not been told; they are told when the scenario says so, and never by themselves. */
export class MockCompletions {
  private due: MockCompletion[] = [];

  get length(): number {
    return this.due.length;
  }

  add(completion: MockCompletion): void {
    this.due.push(completion);
  }

  /** Tells what is due now, in order; what comes due meanwhile waits for the next time. */
  deliver(): void {
    for (const completion of [...this.due]) this.tell(completion);
  }

  /**
   * Returns once everything that an IO has announced was told.
   * @param dropsPending What is due is dropped in place of being told.
   * @throws MisuseError where Windows would wait for ever.
   */
  wait(io: MockIo, dropsPending: boolean): void {
    const ofIo = (): MockCompletion[] => this.due.filter((completion) => completion.io === io);
    if (dropsPending) {
      io.announced -= ofIo().length;
      this.due = this.due.filter((completion) => completion.io !== io);
    }
    for (let [next] = ofIo(); next !== undefined; [next] = ofIo()) this.tell(next);
    if (io.announced > 0)
      throw new MisuseError(
        `WaitForThreadpoolIoCallbacks would never return: ${io.announced} IOs are pending`,
      );
  }

  private tell(completion: MockCompletion): void {
    const at = this.due.indexOf(completion);
    // It was told or dropped from inside the callback of another.
    if (at === -1) return;
    this.due.splice(at, 1);
    const { io, overlapped, io_result, bytes } = completion;
    io.announced -= 1;
    io.callback(Object.freeze({}), io.context, overlapped, io_result, bytes, io);
  }
}

const INITIALIZED = 3;

function initialized(environment: TP_CALLBACK_ENVIRON): TP_CALLBACK_ENVIRON {
  if (environment.Version !== INITIALIZED)
    throw new MisuseError('the threadpool environment is not initialized');
  return environment;
}

/** The calls on a callback environment, which only fill it in. */
export const environmentCalls: Pick<
  Win32Socket,
  | 'InitializeThreadpoolEnvironment'
  | 'SetThreadpoolCallbackPool'
  | 'SetThreadpoolCallbackCleanupGroup'
  | 'DestroyThreadpoolEnvironment'
> = {
  InitializeThreadpoolEnvironment: (environment) => {
    environment.Version = INITIALIZED;
    environment.Pool = null;
    environment.CleanupGroup = null;
  },
  SetThreadpoolCallbackPool: (environment, pool) => {
    initialized(environment).Pool = pool;
  },
  SetThreadpoolCallbackCleanupGroup: (environment, group) => {
    initialized(environment).CleanupGroup = group;
  },
  DestroyThreadpoolEnvironment: (environment) => {
    initialized(environment).Version = 0;
  },
};

/** Events that are open; one can be closed once. */
export class MockEvents {
  private readonly open = new Set<HANDLE>();

  readonly create = (): HANDLE => {
    const event = Object.freeze({});
    this.open.add(event);
    return event;
  };

  readonly close = (handle: HANDLE): boolean => this.open.delete(handle);
}
