import type { COMPLETION_PORT_HANDLE } from './linux_socket/linux_socket.js';
import { defectOfBuffers } from '../async_socket/arguments.js';
import {
  ASYNC_SOCKET_SEND_SYNC_ERROR,
  INVALID_SOCKET,
  type ASYNC_SOCKET_SEND_SYNC_RESULT,
  type AsyncSocketApi,
} from '../async_socket/async_socket.js';
import { Handles } from '../xio/handles.js';
import { _FAILURE_ } from '../xio/xio.js';
import { AsyncSocket } from './async_socket.js';
import { withDefaults, type AsyncSocketLinuxDependencies } from './dependencies.js';

/** The functions of the async socket for Linux under their C names. */
export type AsyncSocketLinuxApi = AsyncSocketApi<ASYNC_SOCKET_SEND_SYNC_RESULT>;

/** Bytes that an async socket takes of its host's memory. */
const SIZE = 64;

/** Living async sockets of every API; each keeps the dependencies it was made with. */
const handles = new Handles<AsyncSocket>();

/** The completion port; null when there is none, as on a system that is not Linux. */
function completionPortOf(dependencies: AsyncSocketLinuxDependencies): COMPLETION_PORT_HANDLE | null {
  try {
    return dependencies.linux_socket.platform_get_completion_port();
  } catch (error) {
    dependencies.log('AZ_LOG_ERROR', `async_socket_create: ${String(error)}`);
    return null;
  }
}

/**
 * The `async_socket` API over the sockets of Linux: `async_socket_create` takes a connected socket over, whose data then
 * go through `async_socket_send_async` and `async_socket_receive_async`. Wrong arguments are refused first, then a wrong
 * state (SRS_ASYNC_SOCKET_LINUX_11_051). Every failure is logged. All functions may be called from inside every callback.
 *
 * @param given What is to be seen, or to fail; the rest is this system's.
 */
export function create_async_socket_linux(
  given: Partial<AsyncSocketLinuxDependencies> = {},
): AsyncSocketLinuxApi {
  const dependencies = withDefaults(given);
  const fail = (message: string): typeof _FAILURE_ => {
    dependencies.log('AZ_LOG_ERROR', message);
    return _FAILURE_;
  };
  return Object.freeze<AsyncSocketLinuxApi>({
    async_socket_create(_execution_engine, socket_handle) {
      if (socket_handle === INVALID_SOCKET) {
        fail('async_socket_create: socket_handle is INVALID_SOCKET');
        return null;
      }
      const block = dependencies.allocate(SIZE);
      if (block === null) {
        fail('async_socket_create: no memory');
        return null;
      }
      const completion_port = completionPortOf(dependencies);
      if (completion_port === null) {
        dependencies.release?.(block);
        fail('async_socket_create: no completion port');
        return null;
      }
      return handles.giveFor(
        (async_socket) =>
          new AsyncSocket({ async_socket, socket: socket_handle, completion_port, dependencies }, block),
      );
    },
    async_socket_destroy(async_socket) {
      const instance = handles.find(async_socket);
      if (async_socket === null || instance === null) return;
      handles.release(async_socket);
      instance.destroy();
    },
    async_socket_open_async(async_socket, on_open_complete, on_open_complete_context) {
      const instance = handles.find(async_socket);
      if (instance === null) return fail('async_socket_open_async: async_socket is NULL or destroyed');
      if (!on_open_complete) return fail('async_socket_open_async: on_open_complete is NULL');
      return instance.open(on_open_complete, on_open_complete_context);
    },
    async_socket_close(async_socket) {
      handles.find(async_socket)?.close();
    },
    async_socket_send_async(async_socket, buffers, buffer_count, on_send_complete, on_send_complete_context) {
      const instance = handles.find(async_socket);
      const defect = defectOfBuffers(buffers, buffer_count);
      if (instance === null || buffers === null || defect !== null || !on_send_complete) {
        const reason =
          instance === null ? 'async_socket is NULL or destroyed' : (defect ?? 'on_send_complete is NULL');
        fail(`async_socket_send_async: ${reason}`);
        return ASYNC_SOCKET_SEND_SYNC_ERROR;
      }
      return instance.send(buffers, buffer_count, on_send_complete, on_send_complete_context);
    },
    async_socket_receive_async(
      async_socket,
      buffers,
      buffer_count,
      on_receive_complete,
      on_receive_complete_context,
    ) {
      const instance = handles.find(async_socket);
      const defect = defectOfBuffers(buffers, buffer_count);
      if (instance === null || buffers === null || defect !== null || !on_receive_complete) {
        const reason =
          instance === null ? 'async_socket is NULL or destroyed' : (defect ?? 'on_receive_complete is NULL');
        return fail(`async_socket_receive_async: ${reason}`);
      }
      return instance.receive(buffers, buffer_count, on_receive_complete, on_receive_complete_context);
    },
  });
}
