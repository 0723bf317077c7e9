import { defineSystem } from '../../src/system/definition.js';
import type { IospecWorld } from '../../src/stage/world.js';
import { asyncSocketSeams, STATES } from '../async_socket/stage/rules.js';
import { monitors } from './stage/monitors.js';
import { AsyncSocketLinuxStage } from './stage/stage.js';

/** async_socket_linux stands on epoll and the socket calls: scripted, or a real connection. */
export default defineSystem({
  name: 'async_socket_linux',
  kind: 'async_socket',
  underlyings: { mock: stageOver('mock'), loopback: stageOver('loopback') },
  stage: (_world, stage) => stage,
  capabilities: { diagnostics: [true, false] },
  seams: {
    ...asyncSocketSeams,
    linux_socket: 'does not make its socket calls through iospec',
  },
  phrases: ['../async_socket/phrases', 'phrases'],
  adapters: { async_socket_linux: '../../src/adapters/async_socket_linux/adapter.js' },
  monitors,
  states: STATES,
});

/** The underlying IO is made anew for each async socket of a scenario, so the stage makes it itself. */
function stageOver(kind: string): (world: IospecWorld) => AsyncSocketLinuxStage {
  return (world) => AsyncSocketLinuxStage.create(world, kind);
}
