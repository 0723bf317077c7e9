import { UnavailableError } from '../../src/stage/preparation.js';
import { createLoopbackUnderlying } from './underlying/loopback/loopback_underlying.js';
import { createNativeUnderlying } from './underlying/native/native_underlying.js';
import type { Win32Observer, Win32Underlying } from './underlying/underlying.js';

export { createMockUnderlying as scripted } from './underlying/mock/mock_underlying.js';

/** A model of the thread pool over sockets of Node.js. Here and below production's calls come to the judge, and nowhere else. */
export async function modelled(observer: Win32Observer): Promise<Win32Underlying> {
  const { create_win32_model } =
    await import('../../src/adapters/async_socket_win32/win32_socket/model/win32_model.js');
  return createLoopbackUnderlying(create_win32_model(), observer);
}

/**
 * The Win32 API.
 * @throws UnavailableError where this machine does not have it.
 */
export async function native(observer: Win32Observer): Promise<Win32Underlying> {
  if (process.platform !== 'win32')
    throw new UnavailableError(
      'the Win32 API is on Windows; npm run verify:win32 brings it here by way of Wine',
    );
  const { win32 } = await import('../../src/adapters/async_socket_win32/dependencies.js');
  return createNativeUnderlying(win32.native(), observer);
}
