import type { SOCKET_HANDLE } from '../async_socket/async_socket.js';
import { blankEnvironment } from './win32_socket/threadpool.js';
import type {
  PTP_CLEANUP_GROUP,
  PTP_IO,
  PTP_POOL,
  PTP_WIN32_IO_CALLBACK,
  TP_CALLBACK_ENVIRON,
  Win32Socket,
} from './win32_socket/win32_socket.js';

/** What an open async socket has of the thread pool. */
export interface ThreadpoolParts {
  readonly environment: TP_CALLBACK_ENVIRON;
  readonly cleanup_group: PTP_CLEANUP_GROUP;
  readonly io: PTP_IO;
}

/**
 * Sets up environment, cleanup group and IO object (SRS_ASYNC_SOCKET_WIN32_01_016, 01_036, 01_037, 01_058).
 * @returns What could not be created; everything before it is undone, the last first (01_039).
 */
export function openThreadpoolIo(
  win32: Win32Socket,
  pool: PTP_POOL,
  socket: SOCKET_HANDLE,
  on_io_complete: PTP_WIN32_IO_CALLBACK,
): ThreadpoolParts | string {
  const environment = blankEnvironment();
  win32.InitializeThreadpoolEnvironment(environment);
  win32.SetThreadpoolCallbackPool(environment, pool);
  const cleanup_group = win32.CreateThreadpoolCleanupGroup();
  if (cleanup_group === null) {
    win32.DestroyThreadpoolEnvironment(environment);
    return 'no cleanup group';
  }
  win32.SetThreadpoolCallbackCleanupGroup(environment, cleanup_group, null);
  const io = win32.CreateThreadpoolIo(socket, on_io_complete, null, environment);
  if (io === null) {
    win32.CloseThreadpoolCleanupGroup(cleanup_group);
    win32.DestroyThreadpoolEnvironment(environment);
    return 'no threadpool IO';
  }
  return { environment, cleanup_group, io };
}

/**
 * Waits for the callbacks that are due and takes the parts down (SRS_ASYNC_SOCKET_WIN32_01_040, 01_059, 01_041, 01_042).
 * Nothing may be under way that would not complete by itself.
 */
export function closeThreadpoolIo(
  win32: Win32Socket,
  { environment, cleanup_group, io }: ThreadpoolParts,
): void {
  win32.WaitForThreadpoolIoCallbacks(io, false);
  win32.CloseThreadpoolIo(io);
  win32.CloseThreadpoolCleanupGroup(cleanup_group);
  win32.DestroyThreadpoolEnvironment(environment);
}
