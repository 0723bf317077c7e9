/**
 * The structs of libwebsockets 4.1.6 as Debian 12 builds it for x64, by the offsets of the members that a client sets;
 * all others are 0.
 */

/** `struct lws_context_creation_info`. */
export const CREATION_INFO = {
  size: 672,
  protocols: 8,
  http_proxy_address: 32,
  port: 96,
  gid: 420,
  uid: 424,
  options: 432,
} as const;

/** `struct lws_client_connect_info`. */
export const CONNECT_INFO = {
  size: 232,
  context: 0,
  address: 8,
  port: 16,
  ssl_connection: 20,
  path: 24,
  host: 32,
  origin: 40,
  protocol: 48,
  ietf_version_or_minus_one: 56,
  alpn: 144,
} as const;

/** `struct lws_protocols`. */
export const PROTOCOL = {
  size: 56,
  name: 0,
  callback: 8,
  per_session_data_size: 16,
  rx_buffer_size: 24,
  id: 32,
} as const;

/** `LWS_SERVER_OPTION_…`: bits of `options`. */
export const OPTIONS = {
  /** Without it no context can open a TLS connection. */
  DO_SSL_GLOBAL_INIT: 1n << 12n,
  /** Without it `http://` is put before the origin. */
  JUST_USE_RAW_ORIGIN: 1n << 19n,
} as const;

/** `LCCSCF_USE_SSL`: bit of `ssl_connection`. Without further bits the certificate and its host name are verified. */
export const USE_SSL = 1;
