import { SIZEOF } from '../win32_socket.js';
import type { OVERLAPPED, PTP_IO, PTP_WIN32_IO_CALLBACK, TP_CALLBACK_ENVIRON } from '../win32_socket.js';
import { NativeMemory, type NativeBlock } from './native_memory.js';
import type { Pointer, Win32Library } from './win32_library.js';

/** A pointer of Windows in the hands of an adapter. */
export class NativePointer {
  constructor(readonly pointer: Pointer) {}
}

/** The pointer behind an opaque object; null for anything else. */
export function pointerOf(object: object | null): Pointer {
  return object instanceof NativePointer ? object.pointer : null;
}

/** A threadpool IO of Windows. */
export class NativeIo extends NativePointer {
  constructor(
    pointer: Pointer,
    readonly socket: bigint,
    readonly callback: PTP_WIN32_IO_CALLBACK,
    readonly context: unknown,
  ) {
    super(pointer);
  }
}

/** An operation that Windows has in hand, with its memory. */
export interface NativeOperation {
  readonly io: NativeIo;
  readonly overlapped: OVERLAPPED;
  readonly block: NativeBlock;
  /** Takes the result over and gives the rest of the memory back. */
  readonly finish: (bytes: number) => void;
}

const STATUS_PENDING = 0x103;
const INFINITE = 0xffff_ffff;
/** Offsets in an OVERLAPPED. */
const INTERNAL_HIGH = 8;
/** Offsets in a TP_CALLBACK_ENVIRON. */
const ENVIRON = { version: 0, pool: 8, cleanupGroup: 16, priority: 60, size: 64 } as const;
const PRIORITY_NORMAL = 1;

/**
 * The operations that are under way. The thread pool's own callback is `SetEventWhenCallbackReturns`, so that no thread but
 * this one runs JavaScript: the event wakes the event loop, and `WaitForThreadpoolIoCallbacks` can wait on this thread.
 */
export class NativeOperations {
  readonly memory: NativeMemory;
  /** Set by the thread pool after each callback. */
  readonly event: Pointer;
  private readonly pending = new Set<NativeOperation>();
  private isWaiting = false;

  constructor(private readonly library: Win32Library) {
    this.memory = new NativeMemory(library.ffi);
    this.event = library.CreateEventW(null, 0, 0, null);
  }

  /** Operations that Windows has completed and that nobody has been told of. */
  get due(): number {
    return [...this.pending].filter(isComplete).length;
  }

  find(overlapped: OVERLAPPED): NativeOperation | undefined {
    return [...this.pending].find((operation) => operation.overlapped === overlapped);
  }

  add(operation: NativeOperation): void {
    this.pending.add(operation);
    this.listen();
  }

  /** Tells of what has completed, of one IO object or of all. */
  deliver(only: PTP_IO | null = null): void {
    for (const operation of this.pending) {
      if ((only !== null && operation.io !== only) || !isComplete(operation)) continue;
      // A callback may have told of this one meanwhile.
      if (this.pending.delete(operation)) this.tell(operation);
    }
    // The wait goes on for those that are left; without any it has to end, or it would keep the process alive.
    if (this.isWaiting && this.pending.size === 0) this.library.SetEvent(this.event);
  }

  private tell({ io, overlapped, block, finish }: NativeOperation): void {
    const status = block.bytes.readUInt32LE(0);
    const bytes = Number(block.bytes.readBigUInt64LE(INTERNAL_HIGH));
    this.memory.giveBack(block);
    finish(bytes);
    const io_result = this.library.RtlNtStatusToDosError(status);
    io.callback(null, io.context, overlapped, io_result, bytes, io);
  }

  private listen(): void {
    if (this.isWaiting) return;
    this.isWaiting = true;
    this.library.WaitForSingleObject.async(this.event, INFINITE, () => {
      this.isWaiting = false;
      try {
        this.deliver();
      } finally {
        if (this.pending.size > 0) this.listen();
      }
    });
  }
}

function isComplete({ block }: NativeOperation): boolean {
  return block.bytes.readUInt32LE(0) !== STATUS_PENDING;
}

/** The structure as Windows lays it out. */
export function writeEnvironment(block: NativeBlock, environment: TP_CALLBACK_ENVIRON): void {
  block.bytes.writeUInt32LE(environment.Version, ENVIRON.version);
  block.bytes.writeBigUInt64LE(pointerOf(environment.Pool) ?? 0n, ENVIRON.pool);
  block.bytes.writeBigUInt64LE(pointerOf(environment.CleanupGroup) ?? 0n, ENVIRON.cleanupGroup);
  block.bytes.writeUInt32LE(PRIORITY_NORMAL, ENVIRON.priority);
  block.bytes.writeUInt32LE(SIZEOF.TP_CALLBACK_ENVIRON, ENVIRON.size);
}
