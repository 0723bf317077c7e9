/** A connection to a pool, as `tlspool_async_open` gave it. */
export type TLSPOOL_POOL_HANDLE = object;
/** A request that waits for its answer. */
export type TLSPOOL_REQUEST_HANDLE = object;
/** The way of one connection from plain view to TLS. */
export type TLSPOOL_FLOW_HANDLE = object;
/** A pool that serves. */
export type TLSPOOL_SERVICE_HANDLE = object;

/** Which part the own side plays in the handshake. */
export const TLSPOOL_ROLE = {
  TLSPOOL_ROLE_CLIENT: 'TLSPOOL_ROLE_CLIENT',
  TLSPOOL_ROLE_SERVER: 'TLSPOOL_ROLE_SERVER',
} as const;
export type TLSPOOL_ROLE = keyof typeof TLSPOOL_ROLE;

/** The states of a flow, which the section "The states of a flow" defines. */
export const TLSPOOL_FLOW_STATE = {
  TLSPOOL_FLOW_UNPROTECTED: 'TLSPOOL_FLOW_UNPROTECTED',
  TLSPOOL_FLOW_IDENTITY_AND_FEATURES: 'TLSPOOL_FLOW_IDENTITY_AND_FEATURES',
  TLSPOOL_FLOW_INTRODUCED: 'TLSPOOL_FLOW_INTRODUCED',
  TLSPOOL_FLOW_HANDSHAKE: 'TLSPOOL_FLOW_HANDSHAKE',
  TLSPOOL_FLOW_LOCAL_IDENTITY_CHECK: 'TLSPOOL_FLOW_LOCAL_IDENTITY_CHECK',
  TLSPOOL_FLOW_RECONNECT: 'TLSPOOL_FLOW_RECONNECT',
  TLSPOOL_FLOW_PROTECTED: 'TLSPOOL_FLOW_PROTECTED',
  TLSPOOL_FLOW_OVER: 'TLSPOOL_FLOW_OVER',
} as const;
export type TLSPOOL_FLOW_STATE = keyof typeof TLSPOOL_FLOW_STATE;

/** A command or a message: what its header says beside the request's number, and the 380 bytes behind the header. */
export interface TLSPOOL_COMMAND {
  readonly cbid: number;
  readonly cmd: number;
  readonly payload: Uint8Array;
}

export type ON_TLSPOOL_MESSAGE = (context: unknown, message: TLSPOOL_COMMAND) => void;
export type ON_FLOW_INTRODUCED = (context: unknown, producer: string, facilities: number) => void;
export type ON_FLOW_LOCAL_IDENTITY = (context: unknown, localid: string) => void;
export type ON_FLOW_RECONNECT = (context: unknown) => void;
/** The descriptor belongs to whoever is called. */
export type ON_FLOW_PROTECTED = (context: unknown, plaintext: number) => void;
export type ON_FLOW_ERROR = (context: unknown, tlserrno: number, message: string) => void;

/** PEM: whom the pool trusts, and what it shows. */
export interface TLSPOOL_CREDENTIALS {
  readonly authority: string;
  readonly certificate: string;
  readonly private_key: string;
}

/**
 * The client of a TLS Pool. All callbacks are made inside calls of these functions, above all of
 * `tlspool_async_process`; every function may be called from inside every callback. A handle whose connection was closed, or
 * whose flow was destroyed, is treated like NULL. A descriptor that a function is given is the function's, whatever it
 * returns. Functions that return a number return 0, or `_FAILURE_`, which is not 0.
 */
export interface TlspoolClientApi {
  /** Connects to the socket at `path` (SRS_TLSPOOL_01_110 to 01_112); logs and returns NULL when it cannot. */
  readonly tlspool_async_open: (path: string | null) => TLSPOOL_POOL_HANDLE | null;
  /**
   * Sends a command (SRS_TLSPOOL_01_120 to 01_125), with a descriptor unless that is -1. A command with a `cbid` answers the
   * callback of that number. `on_message` gets the answer, or the first callback; after a callback, a request that
   * answers it goes on with the exchange.
   */
  readonly tlspool_async_request: (
    pool: TLSPOOL_POOL_HANDLE | null,
    command: TLSPOOL_COMMAND | null,
    descriptor: number,
    on_message: ON_TLSPOOL_MESSAGE | null,
    on_message_context: unknown,
  ) => TLSPOOL_REQUEST_HANDLE | null;
  /** Forgets a request (SRS_TLSPOOL_01_130 to 01_133): its answer, when it comes, is given to nobody. */
  readonly tlspool_async_cancel: (
    pool: TLSPOOL_POOL_HANDLE | null,
    request: TLSPOOL_REQUEST_HANDLE | null,
  ) => number;
  /** Takes what has come and calls back (SRS_TLSPOOL_01_140 to 01_143); never waits. */
  readonly tlspool_async_process: (pool: TLSPOOL_POOL_HANDLE | null) => number;
  /** Closes the connection; every request ends with `EPIPE` (SRS_TLSPOOL_01_150 to 01_152). */
  readonly tlspool_async_closed: (pool: TLSPOOL_POOL_HANDLE | null) => void;
  /** Begins a flow in TLSPOOL_FLOW_UNPROTECTED (SRS_TLSPOOL_01_160 to 01_162). */
  readonly tlspool_flow_create: (
    pool: TLSPOOL_POOL_HANDLE | null,
    on_flow_error: ON_FLOW_ERROR | null,
    on_flow_error_context: unknown,
  ) => TLSPOOL_FLOW_HANDLE | null;
  /** Ends a flow without a callback (SRS_TLSPOOL_01_170, 01_171); a callback of the pool that waits is refused. */
  readonly tlspool_flow_destroy: (flow: TLSPOOL_FLOW_HANDLE | null) => void;
  /** Asks who the pool is and what it can do (SRS_TLSPOOL_01_180 to 01_183). */
  readonly tlspool_flow_ping: (
    flow: TLSPOOL_FLOW_HANDLE | null,
    identity: string | null,
    facilities: number,
    on_flow_introduced: ON_FLOW_INTRODUCED | null,
    on_flow_introduced_context: unknown,
  ) => number;
  /** Hands the connection `cipher` to the pool (SRS_TLSPOOL_01_190 to 01_194). */
  readonly tlspool_flow_starttls: (
    flow: TLSPOOL_FLOW_HANDLE | null,
    cipher: number,
    role: TLSPOOL_ROLE,
    flags: number,
    localid: string | null,
    remoteid: string | null,
    service: string | null,
    on_flow_local_identity: ON_FLOW_LOCAL_IDENTITY | null,
    on_flow_local_identity_context: unknown,
    on_flow_reconnect: ON_FLOW_RECONNECT | null,
    on_flow_reconnect_context: unknown,
    on_flow_protected: ON_FLOW_PROTECTED | null,
    on_flow_protected_context: unknown,
  ) => number;
  /** Agrees to what the pool asks, with another local identity unless that is NULL (SRS_TLSPOOL_01_062 to 01_065). */
  readonly tlspool_flow_accept: (flow: TLSPOOL_FLOW_HANDLE | null, localid: string | null) => number;
  /** Declines what the pool asks (SRS_TLSPOOL_01_066, 01_067). */
  readonly tlspool_flow_refuse: (flow: TLSPOOL_FLOW_HANDLE | null) => number;
}

/** A TLS Pool: it works from the event loop, from its start to its stop. */
export interface TlspoolServiceApi {
  /** Serves at a socket that nobody but its owner can use (SRS_TLSPOOL_01_220 to 01_223). */
  readonly tlspool_service_start: (
    path: string | null,
    credentials: TLSPOOL_CREDENTIALS | null,
  ) => TLSPOOL_SERVICE_HANDLE | null;
  /** Ends every session and closes every descriptor (SRS_TLSPOOL_01_230, 01_231). */
  readonly tlspool_service_stop: (service: TLSPOOL_SERVICE_HANDLE | null) => void;
}
