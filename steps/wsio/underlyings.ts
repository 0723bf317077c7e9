import { UnavailableError } from '../../src/stage/preparation.js';
import type { Observer } from '../../src/stage/recorder.js';
import { createWsUnderlying, type MakeGround } from './underlying/create_ws_underlying.js';
import { createServerGround } from './underlying/loopback/server_ground.js';
import { createMockGround } from './underlying/mock/mock_ground.js';
import type { WsUnderlying } from './underlying/underlying.js';

/** libwebsockets made of the `ws` package and the TLS of Node.js. */
const portableGround: MakeGround = async (recorder) => {
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

/** The libwebsockets and OpenSSL of this machine. */
const nativeGround: MakeGround = async (recorder) => {
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

const GROUNDS: ReadonlyMap<string, MakeGround> = new Map([
  ['mock', createMockGround],
  ['loopback', portableGround],
  ['native', nativeGround],
]);

/**
 * What a wsio stands on in one scenario. Only here do production's libraries come to the judge.
 * @param kind Name of the underlying IO: `mock`, `loopback` or `native`.
 * @throws UnavailableError where this machine does not have it.
 */
export async function createUnderlying(kind: string, observer: Observer): Promise<WsUnderlying> {
  const ground = GROUNDS.get(kind);
  if (ground === undefined) throw new Error(`wsio has no underlying IO ${kind}`);
  return createWsUnderlying(ground, observer);
}
