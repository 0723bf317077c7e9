import { _FAILURE_ } from '../xio/xio.js';
import type { TlspoolClientApi } from './api.js';
import type { ClientContext } from './client_context.js';
import { PoolConnection, Request } from './pool_connection.js';

/** The functions that send commands and take what answers them. */
export function asyncFunctions(
  context: ClientContext,
): Pick<TlspoolClientApi, Extract<keyof TlspoolClientApi, `tlspool_async_${string}`>> {
  return {
    tlspool_async_open: (path) => {
      if (path === null) {
        context.error('tlspool_async_open: the path is NULL');
        return null;
      }
      const descriptor = context.descriptors.connect(path);
      if (descriptor < 0) {
        context.error(`tlspool_async_open: ${path} can't be connected to (errno ${-descriptor})`);
        return null;
      }
      const pool = new PoolConnection(context.descriptors, descriptor);
      context.pools.add(pool);
      return pool;
    },

    tlspool_async_request: (handle, command, descriptor, on_message, on_message_context) => {
      const pool = context.poolOf(handle);
      if (pool === null || command === null || on_message === null) {
        context.closeIfGiven(descriptor);
        context.error('tlspool_async_request: pool, command or on_message is NULL');
        return null;
      }
      const request = pool.request(
        command,
        descriptor < 0 ? null : descriptor,
        on_message,
        on_message_context,
      );
      if (typeof request !== 'string') return request;
      context.error(`tlspool_async_request: ${request}`);
      return null;
    },

    tlspool_async_cancel: (handle, request) => {
      const pool = context.poolOf(handle);
      const isCancelled = request instanceof Request && pool?.cancel(request) === true;
      return context.resultOf('tlspool_async_cancel', isCancelled ? null : 'no such request waits');
    },

    tlspool_async_process: (handle) => {
      const pool = context.poolOf(handle);
      if (pool === null) return context.resultOf('tlspool_async_process', 'the pool is NULL');
      return pool.process() ? 0 : _FAILURE_;
    },

    tlspool_async_closed: (handle) => {
      const pool = context.poolOf(handle);
      if (pool === null) {
        context.error('tlspool_async_closed: the pool is NULL');
        return;
      }
      context.pools.delete(pool);
      pool.end();
    },
  };
}
