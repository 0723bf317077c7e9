import { createRequire } from 'node:module';
import type * as Koffi from 'koffi';

/** The version whose struct offsets `layout.ts` knows. */
const CHECKED_VERSION = '4.1.6';
/** The only architecture that they were checked on. */
const CHECKED_ARCHITECTURE = 'x64';
/** The name that the dynamic linker looks for: the ABI of libwebsockets 4.1. */
const LIBWEBSOCKETS = 'libwebsockets.so.17';
/** The OpenSSL that this libwebsockets was built with. */
const OPENSSL = { ssl: 'libssl.so.3', crypto: 'libcrypto.so.3' };

/** The native libwebsockets cannot be used on this machine; the message says what it lacks. */
export class LibraryMissingError extends Error {
  constructor(reason: string, options?: { readonly cause: unknown }) {
    super(reason, options);
    this.name = 'LibraryMissingError';
  }
}

/** The shared libraries, and what calls into them. */
export interface Libraries {
  readonly koffi: typeof Koffi;
  readonly libwebsockets: Koffi.LibraryHandle;
  readonly ssl: Koffi.LibraryHandle;
  readonly crypto: Koffi.LibraryHandle;
  /** As libwebsockets tells it: `4.1.6-`. */
  readonly version: string;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function loadKoffi(): typeof Koffi {
  try {
    // Not imported: whoever does without the native library does not pay for loading it.
    return createRequire(import.meta.url)('koffi') as typeof Koffi;
  } catch (error) {
    throw new LibraryMissingError(`koffi cannot be loaded: ${messageOf(error)}`, { cause: error });
  }
}

function open(koffi: typeof Koffi, name: string, advice: string): Koffi.LibraryHandle {
  try {
    // Deep: Node.js exports the functions of an OpenSSL of its own, which the library would take for the one that it
    // was built with.
    return koffi.load(name, { deep: true });
  } catch (error) {
    throw new LibraryMissingError(`${name} cannot be loaded (${messageOf(error)}); ${advice}`, {
      cause: error,
    });
  }
}

function versionOf(library: Koffi.LibraryHandle, name: string): string {
  try {
    return String(library.func('const char *lws_get_library_version()')());
  } catch (error) {
    throw new LibraryMissingError(`${name} is no libwebsockets: ${messageOf(error)}`, { cause: error });
  }
}

/**
 * Loads libwebsockets and the OpenSSL that it stands on.
 * @param name Name or path of the library; a name is looked for where the dynamic linker looks (`LD_LIBRARY_PATH`,
 * `ldconfig`).
 * @throws LibraryMissingError when it is not there, or of another version than the struct offsets were checked for.
 */
export function loadLibraries(name = LIBWEBSOCKETS): Libraries {
  if (process.platform !== 'linux' || process.arch !== CHECKED_ARCHITECTURE) {
    const here = `${process.platform} on ${process.arch}`;
    throw new LibraryMissingError(
      `libwebsockets is only known on linux on ${CHECKED_ARCHITECTURE}, this is ${here}`,
    );
  }
  const koffi = loadKoffi();
  const libwebsockets = open(koffi, name, 'on Debian 12: apt-get install libwebsockets17');
  const version = versionOf(libwebsockets, name);
  if (version !== CHECKED_VERSION && !version.startsWith(`${CHECKED_VERSION}-`)) {
    throw new LibraryMissingError(`${name} is libwebsockets ${version}, only ${CHECKED_VERSION} is known`);
  }
  const advice = 'on Debian 12: apt-get install libssl3';
  const ssl = open(koffi, OPENSSL.ssl, advice);
  return { koffi, libwebsockets, ssl, crypto: open(koffi, OPENSSL.crypto, advice), version };
}
