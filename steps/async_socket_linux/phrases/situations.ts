import { preparing } from '../../../src/stage/preparation.js';
import { Given } from '../../../src/system/phrase_registry.js';
import type { LinuxWorld } from '../stage/world.js';

/** A close does it. */
Given(/^async_socket has already closed the underlying socket handle$/, async function (this: LinuxWorld) {
  const { stage } = this;
  await stage.enterState('OPEN');
  await preparing('have the underlying socket closed', () => {
    stage.call('async_socket_close');
    if (stage.isSocketOpen) throw new Error('async_socket_close left it open');
  });
});
