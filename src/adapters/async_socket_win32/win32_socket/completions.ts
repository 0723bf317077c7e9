import type { SOCKET_HANDLE } from '../../async_socket/async_socket.js';
import type { OVERLAPPED, PTP_IO, PTP_WIN32_IO_CALLBACK } from './win32_socket.js';

/** A thread pool's IO object: whom it calls, and how many operations it still has to call back for. */
export class ThreadpoolIo {
  announced = 0;
  isClosed = false;

  constructor(
    readonly socket: SOCKET_HANDLE,
    readonly callback: PTP_WIN32_IO_CALLBACK,
    readonly context: unknown,
  ) {}
}

/** An operation that has completed, and that nobody has been told of yet. */
interface Completion {
  readonly io: ThreadpoolIo;
  readonly overlapped: OVERLAPPED;
  readonly io_result: number;
  readonly bytes: number;
}

/** Something is used as Windows forbids it; there it would crash, hang or do damage. */
export class Win32MisuseError extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'Win32MisuseError';
  }
}

/** The completions of a thread pool in the order in which they came, called back one by one on the event loop. */
export class CompletionQueue {
  private readonly due: Completion[] = [];
  private isScheduled = false;

  /** @param schedule Runs its argument on a later turn. */
  constructor(private readonly schedule: (deliver: () => void) => void) {}

  /** Completions that nobody has been told of. */
  get length(): number {
    return this.due.length;
  }

  add(completion: Completion): void {
    this.due.push(completion);
    this.scheduleDelivery();
  }

  private scheduleDelivery(): void {
    if (this.isScheduled || this.due.length === 0) return;
    this.isScheduled = true;
    this.schedule(() => {
      this.isScheduled = false;
      try {
        this.deliver();
      } finally {
        // A callback that throws keeps nobody else's completion.
        this.scheduleDelivery();
      }
    });
  }

  /** Calls back what is due, of one IO object or of all; what comes due meanwhile has its own turn. */
  deliver(only: ThreadpoolIo | null = null): void {
    for (let left = this.due.length; left > 0; left -= 1) {
      const at = this.due.findIndex(({ io }) => only === null || io === only);
      const [completion] = at === -1 ? [] : this.due.splice(at, 1);
      if (completion === undefined) return;
      tell(completion);
    }
  }

  /** Drops what is due for an IO object. */
  drop(io: ThreadpoolIo): void {
    for (let at = this.due.length - 1; at >= 0; at -= 1) {
      if (this.due[at]?.io !== io) continue;
      this.due.splice(at, 1);
      io.announced -= 1;
    }
  }

  /**
   * Calls back everything that an IO object has announced.
   * @throws Win32MisuseError when an operation is still under way: this thread would wait for ever for what only it can
   * bring about.
   */
  wait(io: ThreadpoolIo, isCancelling: boolean): void {
    if (isCancelling) this.drop(io);
    while (this.due.some((completion) => completion.io === io)) this.deliver(io);
    if (io.announced > 0) {
      throw new Win32MisuseError(
        `WaitForThreadpoolIoCallbacks would never return: ${io.announced} announced operations have not completed`,
      );
    }
  }
}

function tell({ io, overlapped, io_result, bytes }: Completion): void {
  io.announced -= 1;
  const instance = Object.freeze({});
  io.callback(instance, io.context, overlapped, io_result, bytes, io);
}

/** The IO object behind an opaque pointer. */
export function ioOf(io: PTP_IO): ThreadpoolIo {
  if (!(io instanceof ThreadpoolIo)) throw new Win32MisuseError('this is no threadpool IO');
  if (io.isClosed) throw new Win32MisuseError('the threadpool IO has been closed');
  return io;
}
