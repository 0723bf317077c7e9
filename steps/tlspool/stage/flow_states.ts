import type { StateChange } from '../../../src/stage/stage.js';
import type { CallRecord, Timeline } from '../../../src/timeline/timeline.js';

const AFTER_CALL = new Map([
  ['tlspool_flow_ping', 'TLSPOOL_FLOW_IDENTITY_AND_FEATURES'],
  ['tlspool_flow_starttls', 'TLSPOOL_FLOW_HANDSHAKE'],
  ['tlspool_flow_accept', 'TLSPOOL_FLOW_HANDSHAKE'],
  ['tlspool_flow_refuse', 'TLSPOOL_FLOW_HANDSHAKE'],
]);

const AFTER_CALLBACK = new Map([
  ['on_flow_introduced', 'TLSPOOL_FLOW_INTRODUCED'],
  ['on_flow_local_identity', 'TLSPOOL_FLOW_LOCAL_IDENTITY_CHECK'],
  ['on_flow_reconnect', 'TLSPOOL_FLOW_RECONNECT'],
  ['on_flow_protected', 'TLSPOOL_FLOW_PROTECTED'],
  ['on_flow_error', 'TLSPOOL_FLOW_OVER'],
]);

/** True for a call about a flow: the one that made it, or one that it was given to. */
function isAbout(flow: unknown, { function: name, arguments: given, result }: CallRecord): boolean {
  return name === 'tlspool_flow_create' ? result === flow : given.flow === flow;
}

/** The states of a flow so far, from which calls succeeded and which callbacks came. */
export function flowStates(timeline: Timeline, flow: unknown): readonly StateChange[] {
  if (flow === null) return [];
  const called = timeline.calls.flatMap((call): readonly StateChange[] => {
    const { function: name, result, returned, sequence } = call;
    if (returned === null || !isAbout(flow, call)) return [];
    if (name === 'tlspool_flow_create') return [{ state: 'TLSPOOL_FLOW_UNPROTECTED', sequence: returned }];
    const state = result === 0 ? AFTER_CALL.get(name) : undefined;
    // What comes from inside the call comes after it.
    return state === undefined ? [] : [{ state, sequence }];
  });
  const calledBack = timeline.callbacks.flatMap(({ registration, sequence }): readonly StateChange[] => {
    const state = AFTER_CALLBACK.get(registration.parameter);
    return state !== undefined && isAbout(flow, registration.call) ? [{ state, sequence }] : [];
  });
  return [...called, ...calledBack].sort((left, right) => left.sequence - right.sequence);
}
