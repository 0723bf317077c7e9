import { brokenBelow } from './broken.js';

/**
 * SRS_ASYNC_SOCKET_WIN32_01_068: events stay open. So they do after a transfer that failed at once (01_062, 01_054), a destroy
 * (01_005) and a close (01_021).
 */
export const adapter = brokenBelow('event_left_open', ({ win32_socket }) => ({
  win32_socket: { ...win32_socket, CloseHandle: () => true },
}));

export const violates: readonly string[] = [
  'SRS_ASYNC_SOCKET_WIN32_01_005',
  'SRS_ASYNC_SOCKET_WIN32_01_021',
  'SRS_ASYNC_SOCKET_WIN32_01_054',
  'SRS_ASYNC_SOCKET_WIN32_01_062',
  'SRS_ASYNC_SOCKET_WIN32_01_068',
];
