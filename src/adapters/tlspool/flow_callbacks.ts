import type {
  ON_FLOW_ERROR,
  ON_FLOW_INTRODUCED,
  ON_FLOW_LOCAL_IDENTITY,
  ON_FLOW_PROTECTED,
  ON_FLOW_RECONNECT,
} from './api.js';

/** What a flow tells its application, each with its context bound. */
export interface StarttlsListener {
  readonly onLocalIdentity: ((localid: string) => void) | null;
  readonly onReconnect: () => void;
  readonly onProtected: (plaintext: number) => void;
}

/** Binds callbacks of the C API to their contexts. */
export function introduction(
  callback: ON_FLOW_INTRODUCED,
  context: unknown,
): (producer: string, facilities: number) => void {
  return (producer, facilities) => {
    callback(context, producer, facilities);
  };
}

/** @see introduction */
export function failure(
  callback: ON_FLOW_ERROR,
  context: unknown,
): (tlserrno: number, message: string) => void {
  return (tlserrno, message) => {
    callback(context, tlserrno, message);
  };
}

/** @see introduction */
export function starttlsListener(callbacks: {
  readonly localIdentity: ON_FLOW_LOCAL_IDENTITY | null;
  readonly localIdentityContext: unknown;
  readonly reconnect: ON_FLOW_RECONNECT;
  readonly reconnectContext: unknown;
  readonly whenProtected: ON_FLOW_PROTECTED;
  readonly protectedContext: unknown;
}): StarttlsListener {
  const { localIdentity } = callbacks;
  return {
    onLocalIdentity:
      localIdentity === null
        ? null
        : (localid) => {
            localIdentity(callbacks.localIdentityContext, localid);
          },
    onReconnect: () => {
      callbacks.reconnect(callbacks.reconnectContext);
    },
    onProtected: (plaintext) => {
      callbacks.whenProtected(callbacks.protectedContext, plaintext);
    },
  };
}
