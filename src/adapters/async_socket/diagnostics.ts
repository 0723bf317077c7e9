import { channel } from 'node:diagnostics_channel';
import type { ASYNC_SOCKET_BUFFER, ASYNC_SOCKET_HANDLE } from './async_socket.js';
import type { ASYNC_SOCKET_STATE } from './states.js';

/** Where async sockets tell what their documents ask of their inside; `docs/async_socket.md` describes it. */
export const ASYNC_SOCKET_CHANNEL = 'iospec:async_socket';

/** What a send or a receive that is under way keeps; the same object from its creation to its end. */
export interface AsyncSocketContext {
  readonly operation: 'send' | 'receive';
  /** The buffers that are kept, in their order. */
  readonly buffers: readonly ASYNC_SOCKET_BUFFER[];
  /** The callback that completes it, and what that callback gets as its context. */
  readonly on_complete: unknown;
  readonly on_complete_context: unknown;
  /** Size of the memory that holds the array of buffers, in bytes. */
  readonly memory: number;
}

/** What a close or a destroy waits for: calls that have not returned yet, an open or a close that is under way. */
export type AsyncSocketWait = 'calls' | 'open' | 'close';

/** One message of the channel. */
export type AsyncSocketDiagnostic = { readonly async_socket: ASYNC_SOCKET_HANDLE } & (
  | { readonly event: 'state'; readonly state: ASYNC_SOCKET_STATE }
  | { readonly event: 'contextCreated' | 'contextFreed'; readonly context: AsyncSocketContext }
  | { readonly event: 'waiting' | 'waited'; readonly function: string; readonly for: AsyncSocketWait }
  /** The async socket holds nothing any more. */
  | { readonly event: 'freed' }
);

const published = channel(ASYNC_SOCKET_CHANNEL);

/** True when somebody listens: what is only made to be published need not be made otherwise. */
export function isDiagnosed(): boolean {
  return published.hasSubscribers;
}

/** Publishes what has just happened inside an async socket. */
export function diagnose(diagnostic: AsyncSocketDiagnostic): void {
  published.publish(diagnostic);
}
