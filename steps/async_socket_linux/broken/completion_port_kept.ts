import { broken } from './broken.js';

/** A destroy that keeps its reference on the completion port. */
export const adapter = broken('completion_port_kept', {
  below: () => ({ completion_port_dec_ref: () => undefined }),
});

export const violates: readonly string[] = ['SRS_ASYNC_SOCKET_LINUX_11_022', 'SRS_ASYNC_SOCKET_LINUX_11_023'];
