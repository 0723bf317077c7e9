import { UnavailableError } from '../../src/stage/preparation.js';
import { createLoopbackUnderlying } from './underlying/loopback/loopback_underlying.js';
import { createMockUnderlying } from './underlying/mock/mock_underlying.js';
import type { CreateUnderlying } from './underlying/underlying.js';

/**
 * What async sockets for Linux stand on. Only here do production's calls come to the judge.
 * @param kind Name of the underlying IO: `mock` or `loopback`.
 * @throws UnavailableError where this machine does not have it.
 */
export async function underlyingsOf(kind: string): Promise<CreateUnderlying> {
  switch (kind) {
    case 'mock':
      return createMockUnderlying;
    case 'loopback': {
      if (process.platform !== 'linux')
        throw new UnavailableError(
          `the sockets of Linux are not on this machine, which runs ${process.platform}`,
        );
      const { createNativeLinuxSocket } =
        await import('../../src/adapters/async_socket_linux/linux_socket/native/native_linux_socket.js');
      return (observer) =>
        createLoopbackUnderlying(createNativeLinuxSocket({ drivesItself: false }), observer);
    }
    default:
      throw new Error(`async_socket_linux has no underlying IO ${kind}`);
  }
}
