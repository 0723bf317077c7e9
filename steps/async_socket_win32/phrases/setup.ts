import { UnavailableError } from '../../../src/stage/preparation.js';
import { defineStage } from '../../../src/stage/registry.js';
import { requireSeam } from '../../../src/stage/seams.js';
import { createLoopbackUnderlying } from '../underlying/loopback/loopback_underlying.js';
import { createMockUnderlying } from '../underlying/mock/mock_underlying.js';
import { createNativeUnderlying } from '../underlying/native/native_underlying.js';
import { AsyncSocketWin32Stage, observing } from '../stage/stage.js';

defineStage('async_socket_win32', async (world, underlying) => {
  requireSeam(world.adapter.capabilities, 'win32_socket');
  const options = observing(world);
  switch (underlying) {
    case 'mock':
      return new AsyncSocketWin32Stage(world, createMockUnderlying(options));
    case 'loopback':
      return new AsyncSocketWin32Stage(world, await createLoopbackUnderlying(options));
    case 'native':
      if (process.platform !== 'win32')
        throw new UnavailableError(
          'the Win32 API is on Windows; npm run verify:win32 brings it here by way of Wine',
        );
      return new AsyncSocketWin32Stage(world, await createNativeUnderlying(options));
    default:
      throw new Error(`async_socket_win32 has no underlying IO ${underlying}`);
  }
});
