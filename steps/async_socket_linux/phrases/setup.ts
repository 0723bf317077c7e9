import { Given } from '@cucumber/cucumber';
import { preparing } from '../../../src/stage/preparation.js';
import { defineStage } from '../../../src/stage/registry.js';
import { requireSeam } from '../../../src/stage/seams.js';
import { underlyingsOf } from '../underlyings.js';
import { AsyncSocketLinuxStage } from '../stage/stage.js';
import type { LinuxWorld } from '../stage/world.js';

defineStage('async_socket_linux', async (world, underlying) => {
  requireSeam(world.adapter.capabilities, 'linux_socket');
  return new AsyncSocketLinuxStage(world, await underlyingsOf(underlying));
});

/** A close does it. */
Given(/^async_socket has already closed the underlying socket handle$/, async function (this: LinuxWorld) {
  const { stage } = this;
  await stage.enterState('OPEN');
  await preparing('have the underlying socket closed', () => {
    stage.call('async_socket_close');
    if (stage.isSocketOpen) throw new Error('async_socket_close left it open');
  });
});
