import type { PTP_IO } from '../../../src/adapters/async_socket_win32/win32_socket/win32_socket.js';
import { brokenBelow } from './broken.js';

/** SRS_ASYNC_SOCKET_WIN32_01_060, 01_081: the thread pool hears of an IO when it may have completed already. */
export const adapter = brokenBelow('started_after_the_transfer', ({ win32_socket: win32 }) => {
  let announced: PTP_IO | null = null;
  const late = (result: number): number => {
    if (announced !== null) win32.StartThreadpoolIo(announced);
    announced = null;
    return result;
  };
  return {
    win32_socket: {
      ...win32,
      StartThreadpoolIo: (io) => {
        announced = io;
      },
      WSASend: (...given) => late(win32.WSASend(...given)),
      WSARecv: (...given) => late(win32.WSARecv(...given)),
    },
  };
});

export const violates: readonly string[] = ['SRS_ASYNC_SOCKET_WIN32_01_060', 'SRS_ASYNC_SOCKET_WIN32_01_081'];
