/**
 * The part of libwebsockets that a WebSocket client needs, under the names of its C header as of 2016 and with the
 * argument names of the wsio document. A C `NULL` is `null`, an enumerator is a string of its name, and a struct of the
 * library's own is opaque.
 */

/** `struct lws_context`: what all connections of a client share. */
export type lws_context = object;
/** `struct lws`: one connection, the "websockets instance" of the wsio document. */
export type lws = object;
/** `struct lws_extension`: an extension of the protocol, such as permessage-deflate. */
export type lws_extension = object;

/** `info.port` of a context that does not listen. */
export const CONTEXT_PORT_NO_LISTEN = -1;
/** Bytes that `lws_write` may overwrite in front of the payload. */
export const LWS_SEND_BUFFER_PRE_PADDING = 16;
/** Bytes that `lws_write` may overwrite behind the payload. */
export const LWS_SEND_BUFFER_POST_PADDING = 4;

/** Why a protocol's callback is called. */
export const lws_callback_reasons = {
  /** The connection stands and the handshake is done. */
  LWS_CALLBACK_CLIENT_ESTABLISHED: 'LWS_CALLBACK_CLIENT_ESTABLISHED',
  /** The connection did not come about; `in` may say why, as UTF-8. */
  LWS_CALLBACK_CLIENT_CONNECTION_ERROR: 'LWS_CALLBACK_CLIENT_CONNECTION_ERROR',
  /** What `lws_callback_on_writable` has asked for: one `lws_write` will be taken now. */
  LWS_CALLBACK_CLIENT_WRITEABLE: 'LWS_CALLBACK_CLIENT_WRITEABLE',
  /** `len` bytes have come, at `in`. */
  LWS_CALLBACK_CLIENT_RECEIVE: 'LWS_CALLBACK_CLIENT_RECEIVE',
  /** A connection that stood is gone, whoever ended it. */
  LWS_CALLBACK_CLOSED: 'LWS_CALLBACK_CLOSED',
  /** Before TLS begins: `user` is the `SSL_CTX` whose store can take further certificates. */
  LWS_CALLBACK_OPENSSL_LOAD_EXTRA_CLIENT_VERIFY_CERTS: 'LWS_CALLBACK_OPENSSL_LOAD_EXTRA_CLIENT_VERIFY_CERTS',
} as const;
export type lws_callback_reasons = (typeof lws_callback_reasons)[keyof typeof lws_callback_reasons];

/** What `lws_write` makes of the bytes. */
export const lws_write_protocol = {
  LWS_WRITE_TEXT: 'LWS_WRITE_TEXT',
  LWS_WRITE_BINARY: 'LWS_WRITE_BINARY',
} as const;
export type lws_write_protocol = (typeof lws_write_protocol)[keyof typeof lws_write_protocol];

/**
 * Hears of everything that happens. It can be called inside `lws_create_context`, `lws_client_connect`, `lws_service`
 * and `lws_context_destroy`, and at no other time.
 * @param wsi The connection it is about; `lws_get_context` knows its context from the first callback on.
 * @param user `SSL_CTX` for the certificates, otherwise the data of the session, which is null when there is none.
 * @param in Bytes that are valid during the callback only.
 * @returns 0 to go on; any other value closes the connection.
 */
export type lws_callback_function = (
  wsi: lws,
  reason: lws_callback_reasons,
  user: object | null,
  // `in`, a reserved word.
  in_: Uint8Array | null,
  len: number,
) => number;

/** One entry of `info.protocols`; the list ends with one whose fields are all null or 0. */
export interface lws_protocols {
  readonly name: string | null;
  readonly callback: lws_callback_function | null;
  readonly per_session_data_size: number;
  readonly rx_buffer_size: number;
  readonly id: number;
  readonly user: unknown;
}

/** What `lws_create_context` is told. */
export interface lws_context_creation_info {
  readonly port: number;
  readonly iface: string | null;
  readonly protocols: readonly lws_protocols[];
  readonly extensions: readonly lws_extension[] | null;
  readonly token_limits: object | null;
  readonly ssl_private_key_password: string | null;
  readonly ssl_cert_filepath: string | null;
  readonly ssl_private_key_filepath: string | null;
  readonly ssl_ca_filepath: string | null;
  readonly ssl_cipher_list: string | null;
  readonly http_proxy_address: string | null;
  readonly http_proxy_port: number;
  readonly gid: number;
  readonly uid: number;
  readonly options: number;
  /** What `lws_context_user` gives back. */
  readonly user: unknown;
  /** Seconds; 0: no keep-alive. */
  readonly ka_time: number;
  readonly ka_probes: number;
  readonly ka_interval: number;
  readonly provided_client_ssl_ctx: object | null;
}

/** The functions of libwebsockets. */
export interface LwsFunctions {
  /** The extensions that the library has built in; null when it has none to tell. */
  readonly lws_get_internal_extensions: () => readonly lws_extension[] | null;
  /** Null when the context cannot be made. */
  readonly lws_create_context: (info: lws_context_creation_info) => lws_context | null;
  /**
   * Starts to connect; its outcome comes by callback.
   * @param use_ssl 0: plain; 1: TLS, with a certificate that must be trusted and be the host's.
   * @param path The request's target, such as `/chat`.
   * @param host The `Host` header without its port.
   * @param origin The `Origin` header.
   * @param protocol The sub-protocol asked for, one of `info.protocols`.
   * @param ietf_version_or_minus_one -1: the newest version of the protocol.
   * @returns Null when not even a start could be made.
   */
  readonly lws_client_connect: (
    clients: lws_context,
    address: string,
    port: number,
    use_ssl: number,
    path: string,
    host: string,
    origin: string,
    protocol: string,
    ietf_version_or_minus_one: number,
  ) => lws | null;
  /**
   * Does what there is to do, callbacks included.
   * @param timeout_ms Milliseconds to wait for something to do; 0: none.
   * @returns Negative when the context is of no use any more.
   */
  readonly lws_service: (context: lws_context, timeout_ms: number) => number;
  /** Asks for one `LWS_CALLBACK_CLIENT_WRITEABLE`; asking again before it comes changes nothing. Negative: failed. */
  readonly lws_callback_on_writable: (wsi: lws) => number;
  /**
   * Sends bytes as one frame; to be called in `LWS_CALLBACK_CLIENT_WRITEABLE` only.
   * @param buf The payload. In its memory `LWS_SEND_BUFFER_PRE_PADDING` bytes before it and
   * `LWS_SEND_BUFFER_POST_PADDING` behind it belong to the library during the call; the view runs on over the latter.
   * @param len Bytes of payload.
   * @returns Bytes of payload taken, fewer than `len` when there was no room; negative: failed.
   */
  readonly lws_write: (wsi: lws, buf: Uint8Array, len: number, protocol: lws_write_protocol) => number;
  /**
   * Closes all connections of a context and releases it. From inside a callback as well: the library then lets go of
   * its own parts when the call that made the callback returns, and makes no other callback.
   */
  readonly lws_context_destroy: (context: lws_context) => void;
  /** The context that a connection belongs to. */
  readonly lws_get_context: (wsi: lws) => lws_context;
  /** `info.user` of a context. */
  readonly lws_context_user: (context: lws_context) => unknown;
}
