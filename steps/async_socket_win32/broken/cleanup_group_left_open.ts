import { brokenBelow } from './broken.js';

/**
 * SRS_ASYNC_SOCKET_WIN32_01_041: the cleanup group stays. So it does after an implicit close (01_006), a destroy (01_005) and
 * before an open that follows (01_021).
 */
export const adapter = brokenBelow('cleanup_group_left_open', ({ win32_socket }) => ({
  win32_socket: { ...win32_socket, CloseThreadpoolCleanupGroup: () => undefined },
}));

export const violates: readonly string[] = [
  'SRS_ASYNC_SOCKET_WIN32_01_005',
  'SRS_ASYNC_SOCKET_WIN32_01_006',
  'SRS_ASYNC_SOCKET_WIN32_01_021',
  'SRS_ASYNC_SOCKET_WIN32_01_041',
];
