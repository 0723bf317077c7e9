import { Then, When } from '../../../src/system/phrase_registry.js';
import { bringAbout, defineEventCircumstance } from './events.js';
import { failNext } from '../stage/failures.js';
import { callbacks, expectResult } from '../stage/questions.js';
import type { WsioWorld } from '../stage/world.js';
import { PART, writePart, writeTooMuch } from '../stage/writes.js';

const WRITEABLE = 'LWS_CALLBACK_CLIENT_WRITEABLE';

defineEventCircumstance('allocating the memory fails', ({ stage }) => {
  stage.memory.failAfter(0);
  return Promise.resolve(undefined);
});

defineEventCircumstance(
  'allocating the memory fails for a pending IO that has been partially sent already',
  ({ stage }) => {
    writePart(stage, PART, () => {
      stage.memory.failAfter(0);
    });
    return Promise.resolve(undefined);
  },
);

defineEventCircumstance(
  'lws_write fails \\(result is less than (\\d+)\\)',
  ({ stage }, _reason, limit = '') => {
    failNext(stage, 'lws_write', Number(limit) - 1);
    return Promise.resolve(undefined);
  },
);

/** A further message, a part of which is sent before the write fails. */
When(
  /^the failure is for a pending IO that has been partially sent already$/,
  async function (this: WsioWorld) {
    await this.stage.leaveUnsent(1);
    writePart(this.stage);
    failNext(this.stage, 'lws_write');
    await bringAbout(this, WRITEABLE);
  },
);

/** Of two further messages the first fails. */
When(
  /^the send failed (writing to lws|allocating memory for the data to be passed to lws) and no partial data has been sent previously for the pending IO$/,
  {
    runsOver: [
      {
        words:
          /^(the send failed) writing to lws or allocating memory for the data to be passed to lws( and .+)$/,
        instead: '$1 <failure>$2',
        column: 'failure',
        values: ['writing to lws', 'allocating memory for the data to be passed to lws'],
      },
    ],
  },
  async function (this: WsioWorld, failure: string) {
    await this.stage.leaveUnsent(2);
    if (failure === 'writing to lws') failNext(this.stage, 'lws_write');
    else this.stage.memory.failNext();
    await bringAbout(this, WRITEABLE);
  },
);

defineEventCircumstance(
  'the send was successful and any error occurs during removing the pending IO from the list',
  ({ stage }) => {
    failNext(stage, 'list_remove');
    return Promise.resolve(undefined);
  },
);

defineEventCircumstance('lws_write indicates more bytes sent than were passed to it', ({ stage }) => {
  writeTooMuch(stage);
  return Promise.resolve(undefined);
});

/** "This error" is the one of the sentence before: more bytes sent than were passed. */
defineEventCircumstance('this error happens after the pending IO being partially sent', ({ stage }) => {
  writePart(stage);
  writeTooMuch(stage);
  return Promise.resolve(undefined);
});

/** A message that was sent in part fails, and the list does not let go of it. */
Then(
  /^(on_io_error) should not be triggered twice when removing a pending IO that failed and a partial send for it has already been done$/,
  async function (this: WsioWorld, parameter: string) {
    await this.stage.leaveUnsent(1);
    writePart(this.stage);
    failNext(this.stage, 'lws_write');
    failNext(this.stage, 'list_remove');
    await bringAbout(this, WRITEABLE);
    await callbacks(this, parameter, 1);
  },
);

Then(/^an error shall be indicated via (\w+)$/, async function (this: WsioWorld, parameter: string) {
  // No result is named: the reading says which.
  expectResult(this, await callbacks(this, parameter, 1), 'IO_SEND_ERROR');
});
