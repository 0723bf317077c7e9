import { brokenBelow } from './broken.js';

/** SRS_ASYNC_SOCKET_WIN32_01_040: callbacks that are due are dropped, so that an implicit close (01_006) leaves IOs behind. */
export const adapter = brokenBelow('waits_with_cancellation', ({ win32_socket: win32 }) => ({
  win32_socket: {
    ...win32,
    WaitForThreadpoolIoCallbacks: (io) => {
      win32.WaitForThreadpoolIoCallbacks(io, true);
    },
  },
}));

export const violates: readonly string[] = [
  'SRS_ASYNC_SOCKET_WIN32_01_005',
  'SRS_ASYNC_SOCKET_WIN32_01_006',
  'SRS_ASYNC_SOCKET_WIN32_01_021',
  'SRS_ASYNC_SOCKET_WIN32_01_040',
];
