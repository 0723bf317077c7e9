import { broken } from './broken.js';

/** SRS_ASYNC_SOCKET_WIN32_01_002: the check is missing. */
export const adapter = broken('null_execution_engine_accepted', (sound) => ({
  async_socket_create: (execution_engine, socket_handle) =>
    sound.async_socket_create(execution_engine ?? {}, socket_handle),
}));

export const violates: readonly string[] = ['SRS_ASYNC_SOCKET_WIN32_01_002'];
