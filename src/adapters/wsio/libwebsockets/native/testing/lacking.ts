import { LibraryMissingError } from '../load.js';
import { createNativeLibwebsockets } from '../native_libwebsockets.js';

/** Why tests of the native library are skipped on this machine; false when they are not. */
export function lacking(): string | false {
  try {
    createNativeLibwebsockets();
    return false;
  } catch (error) {
    if (error instanceof LibraryMissingError) return error.message;
    throw error;
  }
}
