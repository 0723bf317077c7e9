import type { Libwebsockets } from '../libwebsockets.js';
import { portableList } from '../portable/portable_list.js';
import { Dispatcher } from './dispatcher.js';
import { loadLibraries } from './load.js';
import { bindLws } from './lws_calls.js';
import type { LwsCalls } from './lws_calls.js';
import { createNativeLws } from './native_lws.js';
import type { ObservedConnection } from './native_lws.js';
import { createNativeOpenssl } from './native_openssl.js';
import type { NativeOpenssl, TlsContext } from './native_openssl.js';

interface Bound {
  readonly lws: LwsCalls;
  readonly dispatcher: Dispatcher;
  readonly openssl: NativeOpenssl;
}

let bound: Bound | null = null;

/** Loaded and bound once a process: the library's log level and OpenSSL's set-up are the process's as well. */
function bind(): Bound {
  if (bound === null) {
    const libraries = loadLibraries();
    const lws = bindLws(libraries);
    bound = { lws, dispatcher: new Dispatcher(lws), openssl: createNativeOpenssl(libraries) };
  }
  return bound;
}

/**
 * The functions that a wsio stands on, over the libwebsockets of this system. All its sockets live inside the library,
 * which looks at them in `lws_service` alone: it never waits, and nothing of it keeps the process alive. The host's name
 * is looked up inside `lws_client_connect`, which waits for that.
 * @param onConnection Is shown each connection that is started.
 * @throws LibraryMissingError where it is not installed, or is another version; the message says so.
 */
export function createNativeLibwebsockets(
  onConnection: (connection: ObservedConnection) => void = () => undefined,
): Libwebsockets {
  const { lws, dispatcher, openssl } = bind();
  return { ...createNativeLws(lws, dispatcher, onConnection), ...portableList, ...openssl.functions };
}

/**
 * An `SSL_CTX` for clients that trusts nobody, for whoever has no connection; null when OpenSSL gives none.
 * @throws LibraryMissingError as above.
 */
export function createTlsContext(): TlsContext | null {
  return bind().openssl.createTlsContext();
}
