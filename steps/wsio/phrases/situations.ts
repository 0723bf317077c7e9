import { Given } from '../../../src/system/phrase_registry.js';
import type { WsioWorld } from '../stage/world.js';

Given(
  /^(?:an|another) open(?: action)? is (?:already )?(?:pending|in progress)$/,
  function (this: WsioWorld) {
    return this.stage.enterState('opening');
  },
);

Given(
  /^(?:an|another) open(?: action)? has completed successfully \(the IO is open\)$/,
  {
    runsOver: [
      {
        words: /^another open is in progress or has completed successfully \(the IO is open\)$/,
        instead: 'another open <progress>',
        column: 'progress',
        values: ['is in progress', 'has completed successfully (the IO is open)'],
      },
      {
        words: /^an open action is either pending or has completed successfully \(if the IO is open\)$/,
        instead: 'an open action <progress>',
        column: 'progress',
        values: ['is pending', 'has completed successfully (the IO is open)'],
      },
    ],
  },
  function (this: WsioWorld) {
    return this.stage.enterState('open');
  },
);

Given(
  /^the IO (?:is|has)(?: already)?(?: been)? open$/,
  {
    runsOver: [
      {
        words: /^the IO has already been open or an open action is already pending$/,
        instead: '<situation>',
        column: 'situation',
        values: ['the IO has already been open', 'an open action is already pending'],
      },
    ],
  },
  function (this: WsioWorld) {
    return this.stage.enterState('open');
  },
);

Given(
  /^the IO is not (?:closed|open), but (?:in )?(\w+)$/,
  {
    runsOver: [
      {
        words: /^the IO is not closed$/,
        instead: 'the IO is not closed, but <state>',
        column: 'state',
        values: ['opening', 'open'],
      },
      {
        words: /^the IO is not open$/,
        instead: 'the IO is not open, but <state>',
        column: 'state',
        values: ['closed', 'in error'],
      },
    ],
  },
  function (this: WsioWorld, state: string) {
    return this.stage.enterState(state);
  },
);

Given(
  /^the wsio is not OPEN \(open (has not been called|is still in progress)\)$/,
  {
    runsOver: [
      {
        words: /^the wsio is not OPEN \(open has not been called or is still in progress\)$/,
        instead: 'the wsio is not OPEN (open <progress>)',
        column: 'progress',
        values: ['has not been called', 'is still in progress'],
      },
    ],
  },
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
