import { defectOfBuffers } from '../async_socket/arguments.js';
import { INVALID_SOCKET, UINT32_MAX, type AsyncSocketApi } from '../async_socket/async_socket.js';
import { Handles } from '../xio/handles.js';
import { _FAILURE_ } from '../xio/xio.js';
import { AsyncSocket } from './async_socket.js';
import { withDefaults, type AsyncSocketWin32Dependencies } from './dependencies.js';
import type { IoRequest } from './io_contexts.js';
import { ASYNC_SOCKET_SIZE, ioContextSize } from './memory.js';

/** The functions of the async socket for Windows under their C names. */
export type AsyncSocketWin32Api = AsyncSocketApi<number>;

/** Living async sockets of every API; each keeps the dependencies it was made with. */
const handles = new Handles<AsyncSocket>();

/** What is wrong with the arguments of a send or receive, in the order of the document; null: nothing. */
function defectOf({
  buffers,
  buffer_count,
}: Pick<IoRequest, 'buffer_count'> & { readonly buffers: IoRequest['buffers'] | null }): string | null {
  // Comes before any entry is looked at (SRS_ASYNC_SOCKET_WIN32_01_103, 01_104).
  if (buffers && ioContextSize(buffer_count) > UINT32_MAX)
    return 'the context would need more than UINT32_MAX bytes';
  return defectOfBuffers(buffers, buffer_count);
}

/**
 * The `async_socket` API over the thread pool of Windows: `async_socket_create` takes a connected socket, which stays its
 * owner's, and whose data then go through `async_socket_send_async` and `async_socket_receive_async`. The memory of their
 * buffers must stay as it is until they have completed. Wrong arguments are refused first, then a wrong state. Every
 * failure is logged. All functions may be called from inside every callback.
 *
 * @param given What is to be seen, or to fail; the rest is this system's: the Win32 API on Windows, and elsewhere a model of
 * it (`win32.model()`) over connections of Node.js.
 */
export function create_async_socket_win32(
  given: Partial<AsyncSocketWin32Dependencies> = {},
): AsyncSocketWin32Api {
  const dependencies = withDefaults(given);
  /** Logs why a function fails; it succeeds where there is no reason. */
  const result = (functionName: string, reason: string | null): number => {
    if (reason === null) return 0;
    dependencies.log('AZ_LOG_ERROR', `${functionName}: ${reason}`);
    return _FAILURE_;
  };
  return Object.freeze<AsyncSocketWin32Api>({
    async_socket_create(execution_engine, socket_handle) {
      const fail = (reason: string): null => {
        result('async_socket_create', reason);
        return null;
      };
      if (!execution_engine) return fail('execution_engine is NULL');
      // NULL is null here, whatever the type of the parameter.
      const socket = [null, undefined, INVALID_SOCKET].includes(socket_handle) ? null : socket_handle;
      if (socket === null) return fail('socket_handle is NULL or INVALID_SOCKET');
      const block = dependencies.allocate(ASYNC_SOCKET_SIZE);
      if (block === null) return fail('no memory');
      const pool = dependencies.win32_socket.execution_engine_win32_get_threadpool(execution_engine);
      if (pool === null) {
        dependencies.release?.(block);
        return fail('the execution engine has no pool');
      }
      return handles.giveFor(
        (async_socket) => new AsyncSocket({ async_socket, socket, pool, block, dependencies }),
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
      const reason =
        instance === null
          ? 'async_socket is NULL or destroyed'
          : on_open_complete
            ? instance.open(on_open_complete, on_open_complete_context)
            : 'on_open_complete is NULL';
      return result('async_socket_open_async', reason);
    },
    async_socket_close(async_socket) {
      handles.find(async_socket)?.close();
    },
    async_socket_send_async(async_socket, buffers, buffer_count, on_complete, on_complete_context) {
      const name = 'async_socket_send_async';
      const instance = handles.find(async_socket);
      if (instance === null) return result(name, 'async_socket is NULL or destroyed');
      const defect = defectOf({ buffers, buffer_count });
      if (defect !== null || !buffers) return result(name, defect);
      if (!on_complete) return result(name, 'on_send_complete is NULL');
      return result(
        name,
        instance.start({ operation: 'send', buffers, buffer_count, on_complete, on_complete_context }),
      );
    },
    async_socket_receive_async(async_socket, buffers, buffer_count, on_complete, on_complete_context) {
      const name = 'async_socket_receive_async';
      const instance = handles.find(async_socket);
      if (instance === null) return result(name, 'async_socket is NULL or destroyed');
      const defect = defectOf({ buffers, buffer_count });
      if (defect !== null || !buffers) return result(name, defect);
      if (!on_complete) return result(name, 'on_receive_complete is NULL');
      return result(
        name,
        instance.start({ operation: 'receive', buffers, buffer_count, on_complete, on_complete_context }),
      );
    },
  });
}
