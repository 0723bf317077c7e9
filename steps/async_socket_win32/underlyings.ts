import { UnavailableError } from '../../src/stage/preparation.js';
import { createLoopbackUnderlying } from './underlying/loopback/loopback_underlying.js';
import { createMockUnderlying } from './underlying/mock/mock_underlying.js';
import { createNativeUnderlying } from './underlying/native/native_underlying.js';
import type { Win32Observer, Win32Underlying } from './underlying/underlying.js';

/**
 * What an async socket for Windows stands on in one scenario. Only here do production's calls come to the judge.
 * @param kind Name of the underlying IO: `mock`, `loopback` or `native`.
 * @throws UnavailableError where this machine does not have it.
 */
export async function createUnderlying(kind: string, observer: Win32Observer): Promise<Win32Underlying> {
  switch (kind) {
    case 'mock':
      return createMockUnderlying(observer);
    case 'loopback': {
      const { create_win32_model } =
        await import('../../src/adapters/async_socket_win32/win32_socket/model/win32_model.js');
      return createLoopbackUnderlying(create_win32_model(), observer);
    }
    case 'native': {
      if (process.platform !== 'win32')
        throw new UnavailableError(
          'the Win32 API is on Windows; npm run verify:win32 brings it here by way of Wine',
        );
      const { win32 } = await import('../../src/adapters/async_socket_win32/dependencies.js');
      return createNativeUnderlying(win32.native(), observer);
    }
    default:
      throw new Error(`async_socket_win32 has no underlying IO ${kind}`);
  }
}
