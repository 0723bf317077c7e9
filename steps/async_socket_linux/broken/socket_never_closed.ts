import { broken } from './broken.js';

/** A close that keeps the descriptor. */
export const adapter = broken('socket_never_closed', { below: () => ({ close: () => 0 }) });

export const violates: readonly string[] = [
  'SRS_ASYNC_SOCKET_LINUX_11_021',
  'SRS_ASYNC_SOCKET_LINUX_11_023',
  'SRS_ASYNC_SOCKET_LINUX_11_037',
  'SRS_ASYNC_SOCKET_LINUX_11_039',
];

/** A state that passes inside that call is met by no other call. */
export const hides: readonly string[] = [
  'SRS_ASYNC_SOCKET_LINUX_11_020',
  'SRS_ASYNC_SOCKET_LINUX_11_030',
  'SRS_ASYNC_SOCKET_LINUX_11_042',
  'SRS_ASYNC_SOCKET_LINUX_11_051',
  'SRS_ASYNC_SOCKET_LINUX_11_072',
];
