import { INVALID_SOCKET } from '../../../async_socket/async_socket.js';
import type { EXECUTION_ENGINE_HANDLE, SOCKET_HANDLE } from '../../../async_socket/async_socket.js';
import { Win32MisuseError } from '../completions.js';
import { lengthOf, scatter } from '../memory.js';
import { environmentCalls, requireInitialized } from '../threadpool.js';
import {
  NO_ERROR,
  SIZEOF,
  WSA_IO_PENDING,
  type OVERLAPPED,
  type PTP_IO,
  type Win32Socket,
  type WSABUF,
} from '../win32_socket.js';
import type { NativeBlock } from './native_memory.js';
import {
  NativeIo,
  NativeOperations,
  NativePointer,
  pointerOf,
  writeEnvironment,
} from './native_threadpool.js';
import { loadWin32Library, type Pointer, type Win32Library } from './win32_library.js';

/** The Win32 API, and what somebody without a Windows program of his own needs to try it. */
export interface Win32Native {
  readonly calls: Win32Socket;
  /** A socket that is connected to a port of this machine; it is the caller's to close. */
  readonly connect: (port: number) => SOCKET_HANDLE;
  readonly closesocket: (socket: SOCKET_HANDLE) => void;
  /** An execution engine with a pool of its own. */
  readonly execution_engine_create: () => EXECUTION_ENGINE_HANDLE;
  /** Operations that have completed and that nobody has been told of. */
  readonly due: () => number;
}

const [AF_INET, SOCK_STREAM, IPPROTO_TCP, WSA_FLAG_OVERLAPPED] = [2, 1, 6, 1];
const LOOPBACK_ADDRESS = 0x7f00_0001;
const SOCKADDR_SIZE = 16;
/** Takes a file from the completion port that it was given to; since Windows 8.1. */
const FileReplaceCompletionInformation = 61;
const OVERLAPPED_EVENT = 24;

/**
 * Opens the Win32 API.
 * @throws Error on every other system.
 */
export function create_win32_native(): Win32Native {
  const library = loadWin32Library();
  const operations = new NativeOperations(library);
  const engines = new WeakMap<EXECUTION_ENGINE_HANDLE, NativePointer>();
  const parked = new Map<bigint, Pointer>();
  let lastError: number = NO_ERROR;

  const start = (
    io: NativeIo,
    overlapped: OVERLAPPED,
    buffers: readonly WSABUF[],
    isSend: boolean,
    flags: number,
  ): number => {
    const { memory } = operations;
    const block = memory.take(SIZEOF.OVERLAPPED);
    block.bytes.writeBigUInt64LE(pointerOf(overlapped.hEvent) ?? 0n, OVERLAPPED_EVENT);
    const data = memory.take(lengthOf(buffers));
    const list = memory.take(buffers.length * SIZEOF.WSABUF);
    const flagsBlock = memory.take(4);
    flagsBlock.bytes.writeUInt32LE(flags, 0);
    describeBuffers(list, data, buffers, isSend);
    const release = (): void => {
      for (const used of [data, list, flagsBlock]) memory.giveBack(used);
    };
    const count = buffers.length;
    const result = isSend
      ? library.WSASend(io.socket, list.address, count, null, flags, block.address, null)
      : library.WSARecv(io.socket, list.address, count, null, flagsBlock.address, block.address, null);
    lastError = result === 0 ? NO_ERROR : library.WSAGetLastError();
    if (result !== 0 && lastError !== WSA_IO_PENDING) {
      memory.giveBack(block);
      release();
      return result;
    }
    const finish = (bytes: number): void => {
      if (!isSend) scatter(data.bytes.subarray(0, bytes), buffers);
      release();
    };
    operations.add({ io, overlapped, block, finish });
    return result;
  };

  /** The threadpool IO of a socket, which the two calls on the socket are not told. */
  const bound = new Map<SOCKET_HANDLE, NativeIo>();
  const boundTo = (socket: SOCKET_HANDLE): NativeIo => {
    const io = bound.get(socket);
    if (io === undefined)
      throw new Win32MisuseError('an overlapped call on a socket without a threadpool IO');
    return io;
  };

  const calls: Win32Socket = {
    ...environmentCalls,
    execution_engine_win32_get_threadpool: (engine) => engines.get(engine) ?? null,
    CreateThreadpoolCleanupGroup: () => wrapped(library.CreateThreadpoolCleanupGroup()),
    CloseThreadpoolCleanupGroup: (group) => {
      library.CloseThreadpoolCleanupGroup(pointerOf(group));
    },
    CreateThreadpoolIo: (socket, callback, context, environment) => {
      const handle = BigInt(socket);
      const known = parked.get(handle);
      parked.delete(handle);
      const pointer = known ?? createIo(library, operations, handle, requireInitialized(environment));
      if (pointer === null) return null;
      const io = new NativeIo(pointer, handle, callback, context);
      bound.set(socket, io);
      return io;
    },
    StartThreadpoolIo: (io) => {
      library.StartThreadpoolIo(pointerOf(io));
    },
    CancelThreadpoolIo: (io) => {
      library.CancelThreadpoolIo(pointerOf(io));
    },
    WaitForThreadpoolIoCallbacks: (io, fCancelPendingCallbacks) => {
      library.WaitForThreadpoolIoCallbacks(pointerOf(io), fCancelPendingCallbacks ? 1 : 0);
      operations.deliver(io);
    },
    CloseThreadpoolIo: (io) => {
      const known = nativeIo(io);
      bound.delete(Number(known.socket));
      // Wine can't take a socket from its port, so that the next IO object on it would be refused.
      if (library.isWine) parked.set(known.socket, known.pointer);
      else closeIo(library, operations, known);
    },
    CreateEvent: (_attributes, manual_reset, initial_state) =>
      wrapped(library.CreateEventW(null, manual_reset ? 1 : 0, initial_state ? 1 : 0, null)),
    CloseHandle: (handle) => library.CloseHandle(pointerOf(handle)) !== 0,
    WSASend: (socket, buffers, count, _sent, flags, overlapped) =>
      start(boundTo(socket), overlapped, buffers.slice(0, count), true, flags),
    WSARecv: (socket, buffers, count, _received, flags, overlapped) =>
      start(boundTo(socket), overlapped, buffers.slice(0, count), false, flags.value),
    WSAGetLastError: () => lastError,
    CancelIoEx: (socket, overlapped) => {
      const operation = operations.find(overlapped);
      return operation !== undefined && library.CancelIoEx(BigInt(socket), operation.block.address) !== 0;
    },
  };

  return {
    calls,
    connect: (port) => connect(library, operations, port),
    closesocket: (socket) => {
      const handle = BigInt(socket);
      const io = parked.get(handle);
      parked.delete(handle);
      if (io !== undefined) library.CloseThreadpoolIo(io);
      library.closesocket(handle);
    },
    execution_engine_create: () => {
      const engine = Object.freeze({});
      const pool = wrapped(library.CreateThreadpool(null));
      if (pool !== null) engines.set(engine, pool);
      return engine;
    },
    due: () => operations.due,
  };
}

function wrapped(pointer: Pointer): NativePointer | null {
  return pointer === null ? null : new NativePointer(pointer);
}

function nativeIo(io: PTP_IO): NativeIo {
  if (!(io instanceof NativeIo)) throw new Win32MisuseError('this is no threadpool IO');
  return io;
}

function createIo(
  library: Win32Library,
  { memory, event }: NativeOperations,
  socket: bigint,
  environment: Parameters<typeof writeEnvironment>[1],
): Pointer {
  const block = memory.take(SIZEOF.TP_CALLBACK_ENVIRON);
  writeEnvironment(block, environment);
  const io = library.CreateThreadpoolIo(socket, library.SetEventWhenCallbackReturns, event, block.address);
  memory.giveBack(block);
  return io;
}

/** Closes an IO object and takes its socket from the pool's port, so that it can have another one. */
function closeIo(library: Win32Library, { memory }: NativeOperations, { pointer, socket }: NativeIo): void {
  library.CloseThreadpoolIo(pointer);
  const status = memory.take(16);
  const nothing = memory.take(16);
  library.NtSetInformationFile(socket, status.address, nothing.address, 16, FileReplaceCompletionInformation);
  memory.giveBack(status);
  memory.giveBack(nothing);
}

/** Fills in an array of WSABUF whose entries lie in `data`, one behind the other. */
function describeBuffers(
  list: NativeBlock,
  data: NativeBlock,
  buffers: readonly WSABUF[],
  isSend: boolean,
): void {
  let at = 0;
  buffers.forEach(({ len, buf }, index) => {
    if (isSend) data.bytes.set(buf.subarray(0, len), at);
    list.bytes.writeUInt32LE(len, index * SIZEOF.WSABUF);
    list.bytes.writeBigUInt64LE(data.address + BigInt(at), index * SIZEOF.WSABUF + 8);
    at += len;
  });
}

function connect(library: Win32Library, { memory }: NativeOperations, port: number): SOCKET_HANDLE {
  const socket = BigInt(library.WSASocketW(AF_INET, SOCK_STREAM, IPPROTO_TCP, null, 0, WSA_FLAG_OVERLAPPED));
  const address = memory.take(SOCKADDR_SIZE);
  address.bytes.writeUInt16LE(AF_INET, 0);
  address.bytes.writeUInt16BE(port, 2);
  address.bytes.writeUInt32BE(LOOPBACK_ADDRESS, 4);
  const result = library.connect(socket, address.address, SOCKADDR_SIZE);
  memory.giveBack(address);
  if (result === 0) return Number(socket);
  library.closesocket(socket);
  return INVALID_SOCKET;
}
