import type { OVERLAPPED } from '../../../src/adapters/async_socket_win32/win32_socket/win32_socket.js';
import { brokenBelow } from './broken.js';

/** SRS_ASYNC_SOCKET_WIN32_01_064: the IO that was started first is taken for the one that has completed. */
export const adapter = brokenBelow('completions_in_order_of_starting', ({ win32_socket: win32 }) => {
  const started: OVERLAPPED[] = [];
  return {
    win32_socket: {
      ...win32,
      WSASend: (...given) => {
        started.push(given[5]);
        return win32.WSASend(...given);
      },
      WSARecv: (...given) => {
        started.push(given[5]);
        return win32.WSARecv(...given);
      },
      CreateThreadpoolIo: (socket, callback, context, environment) =>
        win32.CreateThreadpoolIo(
          socket,
          (instance, given, overlapped, io_result, bytes, io) => {
            const first = overlapped === null ? null : (started.shift() ?? null);
            callback(instance, given, first, io_result, bytes, io);
          },
          context,
          environment,
        ),
    },
  };
});

export const violates: readonly string[] = ['SRS_ASYNC_SOCKET_WIN32_01_064'];
