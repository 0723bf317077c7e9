import { Given } from '@cucumber/cucumber';
import type { WsioWorld } from '../stage/world.js';

Given(
  /^(?:an|another) open(?: action)? is (?:already )?(?:pending|in progress)$/,
  function (this: WsioWorld) {
    return this.stage.enterState('opening');
  },
);

Given(
  /^(?:an|another) open(?: action)? has completed successfully \(the IO is open\)$/,
  function (this: WsioWorld) {
    return this.stage.enterState('open');
  },
);

Given(/^the IO (?:is|has)(?: already)?(?: been)? open$/, function (this: WsioWorld) {
  return this.stage.enterState('open');
});

Given(/^the IO is not (?:closed|open), but (?:in )?(\w+)$/, function (this: WsioWorld, state: string) {
  return this.stage.enterState(state);
});

Given(
  /^the wsio is not OPEN \(open (has not been called|is still in progress)\)$/,
  function (this: WsioWorld, progress: string) {
    return progress === 'has not been called' ? this.stage.ensureCreated() : this.stage.enterState('opening');
  },
);

/** Close blocks: a close in progress can be met from inside its callbacks only. */
Given(/^a close action is in progress$/, async function (this: WsioWorld) {
  await this.stage.enterState('open');
  await this.stage.leaveUnsent(1);
  this.stage.callInsideClose();
});
