import type { TlspoolClientApi } from './api.js';
import { tooLong, type ClientContext } from './client_context.js';
import { Flow } from './flow.js';
import { failure, introduction, starttlsListener } from './flow_callbacks.js';

/** The functions that take a connection from plain view to TLS. */
export function flowFunctions(
  context: ClientContext,
): Pick<TlspoolClientApi, Extract<keyof TlspoolClientApi, `tlspool_flow_${string}`>> {
  return {
    tlspool_flow_create: (handle, on_flow_error, on_flow_error_context) => {
      const pool = context.poolOf(handle);
      if (pool === null || on_flow_error === null) {
        context.error('tlspool_flow_create: pool or on_flow_error is NULL');
        return null;
      }
      const flow = new Flow(pool, failure(on_flow_error, on_flow_error_context));
      context.flows.add(flow);
      return flow;
    },

    tlspool_flow_destroy: (handle) => {
      const flow = context.flowOf(handle);
      context.flows.delete(flow);
      flow?.destroy();
    },

    tlspool_flow_ping: (handle, identity, facilities, on_flow_introduced, on_flow_introduced_context) => {
      const flow = context.flowOf(handle);
      const reason =
        flow === null || identity === null
          ? 'flow or identity is NULL'
          : (tooLong({ producer: identity }) ??
            flow.ping(
              identity,
              facilities,
              on_flow_introduced && introduction(on_flow_introduced, on_flow_introduced_context),
            ));
      return context.resultOf('tlspool_flow_ping', reason);
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
      const flow = context.flowOf(handle);
      const long = tooLong({ localid, remoteid, service });
      if (flow === null || cipher < 0 || reconnect === null || whenProtected === null || long !== null) {
        context.closeIfGiven(cipher);
        return context.resultOf(
          name,
          long ?? 'flow, cipher, on_flow_reconnect or on_flow_protected is missing',
        );
      }
      const listener = starttlsListener({
        localIdentity,
        localIdentityContext,
        reconnect,
        reconnectContext,
        whenProtected,
        protectedContext,
      });
      return context.resultOf(
        name,
        flow.starttls(cipher, role, flags, { localid, remoteid, service }, listener),
      );
    },

    tlspool_flow_accept: (handle, localid) => {
      const flow = context.flowOf(handle);
      const reason = flow === null ? 'the flow is NULL' : (tooLong({ localid }) ?? flow.accept(localid));
      return context.resultOf('tlspool_flow_accept', reason);
    },

    tlspool_flow_refuse: (handle) => {
      const flow = context.flowOf(handle);
      return context.resultOf('tlspool_flow_refuse', flow === null ? 'the flow is NULL' : flow.refuse());
    },
  };
}
