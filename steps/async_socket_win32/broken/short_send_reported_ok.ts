import type { OVERLAPPED } from '../../../src/adapters/async_socket_win32/win32_socket/win32_socket.js';
import { brokenBelow } from './broken.js';

/** SRS_ASYNC_SOCKET_WIN32_01_102 and the one it stands under: the number of bytes is not compared with the sum. */
export const adapter = brokenBelow('short_send_reported_ok', ({ win32_socket: win32 }) => {
  const sums = new Map<OVERLAPPED, number>();
  return {
    win32_socket: {
      ...win32,
      WSASend: (...given) => {
        sums.set(
          given[5],
          given[1].reduce((sum, { len }) => sum + len, 0),
        );
        return win32.WSASend(...given);
      },
      CreateThreadpoolIo: (socket, callback, context, environment) =>
        win32.CreateThreadpoolIo(
          socket,
          (instance, given, overlapped, io_result, bytes, io) => {
            const sum = overlapped === null ? undefined : sums.get(overlapped);
            callback(instance, given, overlapped, io_result, sum ?? bytes, io);
          },
          context,
          environment,
        ),
    },
  };
});

export const violates: readonly string[] = ['SRS_ASYNC_SOCKET_WIN32_01_065', 'SRS_ASYNC_SOCKET_WIN32_01_102'];
