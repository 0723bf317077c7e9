/**
 * I/O adapters with the `xio` interface, named as the SRS documents name them: usable by themselves.
 *
 * `tlsio_chained`, `tlsio_direct`, `socketio` and `wsio` stand on Node.js; `create_tlsio_chained` and its like give the same
 * functions over a log, memory, connections, a clock or a libwebsockets of your own; `createNativeLibwebsockets` is that of
 * the system.
 */
import { create_socketio } from './socketio/socketio.js';
import { create_tlsio_chained, create_tlsio_direct } from './tlsio/tlsio.js';
import { create_tlspool_client } from './tlspool/client.js';
import { create_tlspool_service } from './tlspool/service/service.js';
import { create_wsio } from './wsio/wsio.js';

export * from './async_socket/async_socket.js';
export * from './async_socket/diagnostics.js';
export * from './async_socket/states.js';
export { create_async_socket_linux } from './async_socket_linux/async_socket_linux.js';
export type { AsyncSocketLinuxApi } from './async_socket_linux/async_socket_linux.js';
export type { AsyncSocketLinuxDependencies } from './async_socket_linux/dependencies.js';
export { create_async_socket_win32 } from './async_socket_win32/async_socket_win32.js';
export type { AsyncSocketWin32Api } from './async_socket_win32/async_socket_win32.js';
export { win32 } from './async_socket_win32/dependencies.js';
export type { AsyncSocketWin32Dependencies } from './async_socket_win32/dependencies.js';
export type { Connector, Dependencies, LOG_CATEGORY } from './xio/dependencies.js';
export { defaultDependencies } from './xio/default_dependencies.js';
export { OptionHandler, OptionHandler_Create } from './xio/option_handler.js';
export type { SetOption } from './xio/option_handler.js';
export * from './xio/xio.js';
export { create_socketio } from './socketio/socketio.js';
export type { SocketioApi } from './socketio/socketio.js';
export { create_tlsio_chained, create_tlsio_direct } from './tlsio/tlsio.js';
export type { TlsioApi } from './tlsio/api.js';
export {
  OPTION_TLS_VERSION,
  OPTION_TRUSTED_CERT,
  OPTION_X509_CERT,
  OPTION_X509_PRIVATE_KEY,
} from './tlsio/options.js';
export * from './tlsio/states.js';
export * from './tlspool/api.js';
export { create_tlspool_client } from './tlspool/client.js';
export type { TlspoolDependencies } from './tlspool/client.js';
export * from './tlspool/commands.js';
export type { Descriptors, Received } from './tlspool/descriptors.js';
export { TLSPOOL_ERRORS } from './tlspool/errors.js';
export type { TlspoolErrorName } from './tlspool/errors.js';
export { create_tlspool_service } from './tlspool/service/service.js';
export { systemDescriptors, takeDescriptor } from './tlspool/system_descriptors.js';
export { create_wsio } from './wsio/wsio.js';
export type { LOGGER_LOG, WSIO_CONFIG, WsioApi } from './wsio/api.js';
export type { Libwebsockets } from './wsio/libwebsockets/libwebsockets.js';
export { LibraryMissingError } from './wsio/libwebsockets/native/load.js';
export { createNativeLibwebsockets } from './wsio/libwebsockets/native/native_libwebsockets.js';

/** A TCP connection. */
export const socketio = create_socketio();
/** TLS over an xio of its own. */
export const tlsio_chained = create_tlsio_chained();
/** TLS over a TCP connection of its own. */
export const tlsio_direct = create_tlsio_direct();
/** The application's side of a TLS Pool. */
export const tlspool_client = create_tlspool_client();
/** A TLS Pool. */
export const tlspool_service = create_tlspool_service();
/** A WebSocket client. */
export const wsio = create_wsio();
