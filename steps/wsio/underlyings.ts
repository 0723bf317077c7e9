import { UnavailableError } from '../../src/stage/preparation.js';
import type { MakeGround } from './underlying/create_ws_underlying.js';
import { createServerGround } from './underlying/loopback/server_ground.js';

// Only here do production's libraries come to the judge.

/** libwebsockets made of the `ws` package and the TLS of Node.js. */
export const portableGround: MakeGround = async (recorder) => {
  const [{ createPortableLibwebsockets }, { TlsContext }] = await Promise.all([
    import('../../src/adapters/wsio/libwebsockets/portable/portable_libwebsockets.js'),
    import('../../src/adapters/wsio/libwebsockets/portable/portable_openssl.js'),
  ]);
  const library = {
    kind: 'loopback',
    asksForCertificates: 'lws_service',
    noticesByItself: true,
    create: createPortableLibwebsockets,
    createTlsContext: () => ({ handle: new TlsContext(), free: () => undefined }),
  } as const;
  return createServerGround(library, recorder);
};

/**
 * The libwebsockets and OpenSSL of this machine.
 * @throws UnavailableError where it does not have them.
 */
export const nativeGround: MakeGround = async (recorder) => {
  const [{ createNativeLibwebsockets, createTlsContext }, { LibraryMissingError }] = await Promise.all([
    import('../../src/adapters/wsio/libwebsockets/native/native_libwebsockets.js'),
    import('../../src/adapters/wsio/libwebsockets/native/load.js'),
  ]);
  const library = {
    kind: 'native',
    asksForCertificates: 'lws_create_context',
    noticesByItself: false,
    create: createNativeLibwebsockets,
    createTlsContext: () => {
      const context = createTlsContext();
      if (context === null) throw new Error('SSL_CTX_new failed');
      return context;
    },
  } as const;
  try {
    return await createServerGround(library, recorder);
  } catch (error) {
    throw error instanceof LibraryMissingError ? new UnavailableError(error.message) : error;
  }
};
