import { requireSeam } from '../../src/stage/seams.js';
import type { IospecWorld } from '../../src/stage/world.js';
import { defineSystem } from '../../src/system/definition.js';
import { asyncSocketSeams, STATES } from '../async_socket/stage/rules.js';
import { monitors } from './stage/monitors.js';
import { AsyncSocketLinuxStage } from './stage/stage.js';
import type { CreateUnderlying } from './underlying/underlying.js';
import { real, scripted } from './underlyings.js';

/** async_socket_linux stands on epoll and the socket calls: scripted, or a real connection. */
export default defineSystem({
  name: 'async_socket_linux',
  kind: 'async_socket',
  underlyings: { mock: withSeam(scripted), loopback: withSeam(real) },
  stage: (world, create) => new AsyncSocketLinuxStage(world, create),
  capabilities: { diagnostics: [true, false] },
  seams: { ...asyncSocketSeams, linux_socket: 'does not make its socket calls through iospec' },
  phrases: ['../async_socket/phrases', 'phrases'],
  adapters: { async_socket_linux: '../../src/adapters/async_socket_linux/adapter.js' },
  monitors,
  states: STATES,
});

/** An underlying IO is made for each async socket of a scenario, so the stage is given what makes one. */
function withSeam(
  make: () => CreateUnderlying | Promise<CreateUnderlying>,
): (world: IospecWorld) => CreateUnderlying | Promise<CreateUnderlying> {
  return (world) => {
    requireSeam(world.adapter.capabilities, 'linux_socket');
    return make();
  };
}
