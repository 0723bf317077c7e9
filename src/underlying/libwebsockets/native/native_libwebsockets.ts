import type { Libwebsockets } from '../libwebsockets.js';
import { portableList } from '../portable/portable_list.js';
import { loadLibraries } from './load.js';
import { bindLws } from './lws_calls.js';
import { createNativeLws } from './native_lws.js';
import type { ObservedConnection } from './native_lws.js';
import { createNativeOpenssl } from './native_openssl.js';
import type { NativeOpenssl } from './native_openssl.js';

/** The system's libwebsockets and its OpenSSL; the list is plain JavaScript. */
export type NativeLibwebsockets = Libwebsockets & Pick<NativeOpenssl, 'createTlsContext'>;

let bound: { readonly lws: ReturnType<typeof bindLws>; readonly openssl: NativeOpenssl } | null = null;

/** Loaded and bound once a process: the library's log level and OpenSSL's set-up are the process's as well. */
function bind(): NonNullable<typeof bound> {
  if (bound === null) {
    const libraries = loadLibraries();
    bound = { lws: bindLws(libraries), openssl: createNativeOpenssl(libraries) };
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
): NativeLibwebsockets {
  const { lws, openssl } = bind();
  return { ...createNativeLws(lws, onConnection), ...portableList, ...openssl };
}
