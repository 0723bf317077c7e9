import { Given, Then, When } from '../../../../src/system/phrase_registry.js';
import { Note } from '../../../../src/stage/notes.js';
import { owed } from '../../../../src/timeline/completions.js';
import { observed } from '../../../../src/stage/outcome.js';
import { PreparationError } from '../../../../src/stage/preparation.js';
import type { CallRecord } from '../../../../src/timeline/timeline.js';
import { bytesOf } from '../../../async_socket/buffers.js';
import type { Win32World } from '../../stage/world.js';

const inner = new Note<CallRecord>('the callback was not made');

Given(
  /^(\w+) will be called from inside (on_\w+)$/,
  function (this: Win32World, functionName: string, callback: string) {
    const { stage } = this;
    stage.session.onNext(callback, () => {
      stage.notes.set(inner, stage.call(functionName));
    });
  },
);

/** As far as it gets: a call from inside a callback may have closed or destroyed the async socket. */
When(/^the async socket opens, sends, receives and is destroyed$/, async function (this: Win32World) {
  const { stage } = this;
  const isOpen = (): boolean => stage.handle !== null && stage.isSocketOpen;
  stage.call('async_socket_open_async');
  if (isOpen()) stage.call('async_socket_send_async');
  if (isOpen()) stage.call('async_socket_receive_async');
  stage.under.peer.deliver(bytesOf(stage.buffers));
  await stage.settle();
  if (stage.handle !== null) stage.call('async_socket_destroy');
  await stage.settle();
});

Then(
  /^the call from inside shall have been (accepted|refused|made)$/,
  function (this: Win32World, outcome: string) {
    const call = this.stage.notes.find(inner);
    if (call === undefined) {
      throw new PreparationError('call a function from inside a callback', {
        cause: new Error(inner.missing),
      });
    }
    const { result, returned } = call;
    this.expect.that(returned !== null, `${call.function} returns`, 'a return', 'none');
    const isAsWanted =
      outcome === 'made' ? result === undefined : (result === 0) === (outcome === 'accepted');
    this.expect.that(isAsWanted, `${call.function} is ${outcome}`, outcome, observed(result));
  },
);

/** More than one of them is a monitor's business. */
Then(/^each (on_\w+) that is owed shall have come$/, async function (this: Win32World, parameter: string) {
  await this.stage.settle();
  const all = owed(this.timeline, this.timeline.calls, parameter, 0);
  this.expect.that(all.length > 0, `${parameter} is owed`, 'a call that was accepted', 'none');
  for (const { call, completions } of all)
    this.expect.that(completions.length > 0, `${call.function} completes`, parameter, 'nothing');
});
