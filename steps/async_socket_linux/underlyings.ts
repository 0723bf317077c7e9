import { UnavailableError } from '../../src/stage/preparation.js';
import { createLoopbackUnderlying } from './underlying/loopback/loopback_underlying.js';
import { createMockUnderlying } from './underlying/mock/mock_underlying.js';
import type { CreateUnderlying } from './underlying/underlying.js';

/** Scripted socket calls. */
export function scripted(): CreateUnderlying {
  return createMockUnderlying;
}

/**
 * The system's sockets and epoll. Only here do production's calls come to the judge.
 * @throws UnavailableError where this machine does not have them.
 */
export async function real(): Promise<CreateUnderlying> {
  if (process.platform !== 'linux')
    throw new UnavailableError(
      `the sockets of Linux are not on this machine, which runs ${process.platform}`,
    );
  const { createNativeLinuxSocket } =
    await import('../../src/adapters/async_socket_linux/linux_socket/native/native_linux_socket.js');
  return (observer) => createLoopbackUnderlying(createNativeLinuxSocket({ drivesItself: false }), observer);
}
