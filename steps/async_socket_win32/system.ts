import { requireSeam } from '../../src/stage/seams.js';
import type { IospecWorld } from '../../src/stage/world.js';
import { defineSystem } from '../../src/system/definition.js';
import { asyncSocketSeams, STATES } from '../async_socket/stage/rules.js';
import { monitors } from './stage/monitors.js';
import { AsyncSocketWin32Stage, observing } from './stage/stage.js';
import type { Win32Observer, Win32Underlying } from './underlying/underlying.js';
import { modelled, native, scripted } from './underlyings.js';

/** async_socket_win32 stands on the thread pool and WSA calls of Windows: scripted, as a model, or Windows itself. */
export default defineSystem({
  name: 'async_socket_win32',
  kind: 'async_socket',
  underlyings: { mock: over(scripted), loopback: over(modelled), native: over(native) },
  stage: (world, underlying) => new AsyncSocketWin32Stage(world, underlying),
  capabilities: { diagnostics: [true, false] },
  seams: {
    ...asyncSocketSeams,
    win32_socket: 'does not make its calls of the Win32 API through iospec',
  },
  phrases: ['../async_socket/phrases', 'phrases'],
  adapters: { async_socket_win32: '../../src/adapters/async_socket_win32/adapter.js' },
  monitors,
  states: STATES,
  // An open while closing fails as well, so that what an open does otherwise it does when closed.
  meantToo: { named: ['OPEN', 'OPENING'], too: ['CLOSING'] },
  infallible: ['InitializeThreadpoolEnvironment', 'SetThreadpoolCallbackPool', 'StartThreadpoolIo'],
  furtherErrors: {
    async_socket_send_async: ['CreateEvent fails'],
    async_socket_receive_async: ['CreateEvent fails', 'WSARecv fails'],
  },
});

type Create = (options: Win32Observer) => Win32Underlying | Promise<Win32Underlying>;

function over(create: Create): (world: IospecWorld) => Promise<Win32Underlying> {
  return async (world) => {
    requireSeam(world.adapter.capabilities, 'win32_socket');
    return create(observing(world));
  };
}
