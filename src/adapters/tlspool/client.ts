import type { Dependencies } from '../xio/dependencies.js';
import { defaultDependencies } from '../xio/default_dependencies.js';
import { _FAILURE_ } from '../xio/xio.js';
import type { TlspoolClientApi } from './api.js';
import { failure, Flow, introduction, starttlsListener } from './flow.js';
import { PoolConnection, Request } from './pool_connection.js';
import { systemDescriptors } from './system_descriptors.js';
import { longestText, type TextField } from './wire.js';

/** What the client uses of its surroundings: the log, and descriptors other than the host's. */
export type TlspoolDependencies = Partial<Pick<Dependencies, 'log' | 'descriptors'>>;

/**
 * Makes the client of a TLS Pool, whose functions bear the names of its document.
 * @param dependencies What is left out is the host's own.
 */
export function create_tlspool_client(dependencies: TlspoolDependencies = {}): TlspoolClientApi {
  const { log, descriptors = systemDescriptors } = { ...defaultDependencies, ...dependencies };
  const pools = new Set<unknown>();
  const flows = new Set<unknown>();
  const error = (message: string): void => {
    log('AZ_LOG_ERROR', message);
  };
  const poolOf = (handle: unknown): PoolConnection | null =>
    handle instanceof PoolConnection && pools.has(handle) ? handle : null;
  const flowOf = (handle: unknown): Flow | null =>
    handle instanceof Flow && flows.has(handle) ? handle : null;
  const closeIfGiven = (descriptor: number): void => {
    if (descriptor >= 0) descriptors.close(descriptor);
  };
  const resultOf = (name: string, reason: string | null): number => {
    if (reason === null) return 0;
    error(`${name}: ${reason}`);
    return _FAILURE_;
  };

  return {
    tlspool_async_open: (path) => {
      if (path === null) {
        error('tlspool_async_open: the path is NULL');
        return null;
      }
      const descriptor = descriptors.connect(path);
      if (descriptor < 0) {
        error(`tlspool_async_open: ${path} can't be connected to (errno ${-descriptor})`);
        return null;
      }
      const pool = new PoolConnection(descriptors, descriptor);
      pools.add(pool);
      return pool;
    },

    tlspool_async_request: (handle, command, descriptor, on_message, on_message_context) => {
      const pool = poolOf(handle);
      if (pool === null || command === null || on_message === null) {
        closeIfGiven(descriptor);
        error('tlspool_async_request: pool, command or on_message is NULL');
        return null;
      }
      const request = pool.request(
        command,
        descriptor < 0 ? null : descriptor,
        on_message,
        on_message_context,
      );
      if (typeof request !== 'string') return request;
      error(`tlspool_async_request: ${request}`);
      return null;
    },

    tlspool_async_cancel: (handle, request) => {
      const pool = poolOf(handle);
      const isCancelled = request instanceof Request && pool?.cancel(request) === true;
      return resultOf('tlspool_async_cancel', isCancelled ? null : 'no such request waits');
    },

    tlspool_async_process: (handle) => {
      const pool = poolOf(handle);
      if (pool === null) return resultOf('tlspool_async_process', 'the pool is NULL');
      return pool.process() ? 0 : _FAILURE_;
    },

    tlspool_async_closed: (handle) => {
      const pool = poolOf(handle);
      if (pool === null) {
        error('tlspool_async_closed: the pool is NULL');
        return;
      }
      pools.delete(pool);
      pool.end();
    },

    tlspool_flow_create: (handle, on_flow_error, on_flow_error_context) => {
      const pool = poolOf(handle);
      if (pool === null || on_flow_error === null) {
        error('tlspool_flow_create: pool or on_flow_error is NULL');
        return null;
      }
      const flow = new Flow(pool, failure(on_flow_error, on_flow_error_context));
      flows.add(flow);
      return flow;
    },

    tlspool_flow_destroy: (handle) => {
      const flow = flowOf(handle);
      flows.delete(flow);
      flow?.destroy();
    },

    tlspool_flow_ping: (handle, identity, facilities, on_flow_introduced, on_flow_introduced_context) => {
      const flow = flowOf(handle);
      const reason =
        flow === null || identity === null
          ? 'flow or identity is NULL'
          : (tooLong({ producer: identity }) ??
            flow.ping(
              identity,
              facilities,
              on_flow_introduced && introduction(on_flow_introduced, on_flow_introduced_context),
            ));
      return resultOf('tlspool_flow_ping', reason);
    },

    tlspool_flow_starttls: (
      handle,
      cipher,
      role,
      flags,
      localid,
      remoteid,
      service,
      localIdentity,
      localIdentityContext,
      reconnect,
      reconnectContext,
      whenProtected,
      protectedContext,
    ) => {
      const name = 'tlspool_flow_starttls';
      const flow = flowOf(handle);
      const long = tooLong({ localid, remoteid, service });
      if (flow === null || cipher < 0 || reconnect === null || whenProtected === null || long !== null) {
        closeIfGiven(cipher);
        return resultOf(name, long ?? 'flow, cipher, on_flow_reconnect or on_flow_protected is missing');
      }
      const listener = starttlsListener({
        localIdentity,
        localIdentityContext,
        reconnect,
        reconnectContext,
        whenProtected,
        protectedContext,
      });
      return resultOf(name, flow.starttls(cipher, role, flags, { localid, remoteid, service }, listener));
    },

    tlspool_flow_accept: (handle, localid) => {
      const flow = flowOf(handle);
      const reason = flow === null ? 'the flow is NULL' : (tooLong({ localid }) ?? flow.accept(localid));
      return resultOf('tlspool_flow_accept', reason);
    },

    tlspool_flow_refuse: (handle) => {
      const flow = flowOf(handle);
      return resultOf('tlspool_flow_refuse', flow === null ? 'the flow is NULL' : flow.refuse());
    },
  };
}

/** Says which text its field can't hold. */
function tooLong(texts: Partial<Readonly<Record<TextField, string | null>>>): string | null {
  for (const [name, text] of Object.entries(texts)) {
    const longest = longestText(name as TextField);
    if (text !== null && Buffer.byteLength(text) > longest) return `${name} holds ${longest} bytes`;
  }
  return null;
}
