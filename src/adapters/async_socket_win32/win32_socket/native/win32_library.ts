import { createRequire } from 'node:module';
import type koffi from 'koffi';

/** A pointer or handle of Windows; 0 or null is none. */
export type Pointer = bigint | null;

/** A function that can also wait on a thread of its own. */
interface Waiting {
  (handle: Pointer, milliseconds: number): number;
  async(handle: Pointer, milliseconds: number, done: (error: Error | null, result: number) => void): void;
}

/** The functions of Windows that are called, under their own names. */
export interface Win32Library {
  readonly ffi: typeof koffi;
  readonly CreateThreadpool: (reserved: null) => Pointer;
  readonly CreateThreadpoolCleanupGroup: () => Pointer;
  readonly CloseThreadpoolCleanupGroup: (group: Pointer) => void;
  readonly CreateThreadpoolIo: (
    socket: bigint,
    callback: Pointer,
    context: Pointer,
    environ: Pointer,
  ) => Pointer;
  readonly StartThreadpoolIo: (io: Pointer) => void;
  readonly CancelThreadpoolIo: (io: Pointer) => void;
  readonly WaitForThreadpoolIoCallbacks: (io: Pointer, cancel: number) => void;
  readonly CloseThreadpoolIo: (io: Pointer) => void;
  readonly CreateEventW: (attributes: null, manual: number, initial: number, name: null) => Pointer;
  readonly SetEvent: (event: Pointer) => number;
  readonly CloseHandle: (handle: Pointer) => number;
  readonly WaitForSingleObject: Waiting;
  readonly CancelIoEx: (socket: bigint, overlapped: Pointer) => number;
  readonly RtlNtStatusToDosError: (status: number) => number;
  readonly NtSetInformationFile: (
    file: bigint,
    status: Pointer,
    information: Pointer,
    length: number,
    kind: number,
  ) => number;
  readonly WSASend: (
    socket: bigint,
    buffers: Pointer,
    count: number,
    sent: null,
    flags: number,
    overlapped: Pointer,
    routine: null,
  ) => number;
  readonly WSARecv: (
    socket: bigint,
    buffers: Pointer,
    count: number,
    received: null,
    flags: Pointer,
    overlapped: Pointer,
    routine: null,
  ) => number;
  readonly WSAGetLastError: () => number;
  readonly WSASocketW: (
    family: number,
    type: number,
    protocol: number,
    information: null,
    group: number,
    flags: number,
  ) => bigint | number;
  readonly connect: (socket: bigint, address: Pointer, length: number) => number;
  readonly closesocket: (socket: bigint) => number;
  /** Address of a function that the thread pool can call by itself. */
  readonly SetEventWhenCallbackReturns: Pointer;
  /** True for Wine, which knows fewer kinds of file information. */
  readonly isWine: boolean;
}

/**
 * Loads the functions of Windows.
 * @throws Error on every other system.
 */
export function loadWin32Library(): Win32Library {
  if (process.platform !== 'win32')
    throw new Error(`the Win32 API needs Windows or Wine, and this is ${process.platform}`);
  const ffi = createRequire(import.meta.url)('koffi') as typeof koffi;
  const kernel32 = ffi.load('kernel32.dll');
  const ntdll = ffi.load('ntdll.dll');
  const winsock = ffi.load('ws2_32.dll');
  const address = kernel32.func('void* GetProcAddress(void*, str)') as (
    module: Pointer,
    name: string,
  ) => Pointer;
  const module = kernel32.func('void* GetModuleHandleA(str)') as (name: string) => Pointer;
  return {
    ffi,
    CreateThreadpool: kernel32.func('void* CreateThreadpool(void*)'),
    CreateThreadpoolCleanupGroup: kernel32.func('void* CreateThreadpoolCleanupGroup()'),
    CloseThreadpoolCleanupGroup: kernel32.func('void CloseThreadpoolCleanupGroup(void*)'),
    CreateThreadpoolIo: kernel32.func('void* CreateThreadpoolIo(uint64, void*, void*, void*)'),
    StartThreadpoolIo: kernel32.func('void StartThreadpoolIo(void*)'),
    CancelThreadpoolIo: kernel32.func('void CancelThreadpoolIo(void*)'),
    WaitForThreadpoolIoCallbacks: kernel32.func('void WaitForThreadpoolIoCallbacks(void*, int)'),
    CloseThreadpoolIo: kernel32.func('void CloseThreadpoolIo(void*)'),
    CreateEventW: kernel32.func('void* CreateEventW(void*, int, int, void*)'),
    SetEvent: kernel32.func('int SetEvent(void*)'),
    CloseHandle: kernel32.func('int CloseHandle(void*)'),
    WaitForSingleObject: kernel32.func('uint32 WaitForSingleObject(void*, uint32)') as Waiting,
    CancelIoEx: kernel32.func('int CancelIoEx(uint64, void*)'),
    RtlNtStatusToDosError: ntdll.func('uint32 RtlNtStatusToDosError(uint32)'),
    NtSetInformationFile: ntdll.func('uint32 NtSetInformationFile(uint64, void*, void*, uint32, int)'),
    WSASend: winsock.func('int WSASend(uint64, void*, uint32, void*, uint32, void*, void*)'),
    WSARecv: winsock.func('int WSARecv(uint64, void*, uint32, void*, void*, void*, void*)'),
    WSAGetLastError: winsock.func('int WSAGetLastError()'),
    WSASocketW: winsock.func('uint64 WSASocketW(int, int, int, void*, uint32, uint32)'),
    connect: winsock.func('int connect(uint64, void*, int)'),
    closesocket: winsock.func('int closesocket(uint64)'),
    SetEventWhenCallbackReturns: address(module('kernel32.dll'), 'SetEventWhenCallbackReturns'),
    isWine: address(module('ntdll.dll'), 'wine_get_version') !== null,
  };
}
