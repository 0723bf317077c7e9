import { Given, Then } from '../../../../src/system/phrase_registry.js';
import { Note } from '../../../../src/stage/notes.js';
import { preparing } from '../../../../src/stage/preparation.js';
import type { CallRecord } from '../../../../src/timeline/timeline.js';
import { buffersOf } from '../../../async_socket/buffers.js';
import type { Win32World } from '../../stage/world.js';

/** More than both ends of a connection keep for a peer that does not read. */
const TOO_MUCH = 16 * 1024 * 1024;

const started = new Note<readonly CallRecord[]>('nothing was started');

Given(/^the peer does not read$/, function (this: Win32World) {
  this.stage.under.peer.pause();
});

Given(
  /^(\d+) sends and (\d+) receives are under way$/,
  async function (this: Win32World, sends: number, receives: number) {
    const { stage } = this;
    const large = buffersOf(TOO_MUCH);
    await preparing('have IOs under way', () => {
      const calls = [
        ...Array.from({ length: sends }, () => stage.startIo('send', large)),
        ...Array.from({ length: receives }, () => stage.startIo('receive', buffersOf(8, 8))),
      ];
      stage.notes.set(started, calls);
    });
  },
);

/** Completions of the calls that were under way: how often, and with what. */
Then(
  /^each of them shall have completed once, a send with (\w+) and a receive with (\w+)$/,
  async function (this: Win32World, ofSend: string, ofReceive: string) {
    await this.stage.settle();
    for (const call of this.stage.notes.get(started)) {
      const made = this.timeline.callbacks.filter(({ registration }) => registration.call === call);
      const wanted = call.function.includes('_send_') ? ofSend : ofReceive;
      const results = made.map(({ arguments: given }) => String(given.send_result ?? given.receive_result));
      this.expect.that(
        results.length === 1 && results[0] === wanted,
        `${call.function} completes once`,
        wanted,
        results.length === 0 ? 'no completion' : results.join(', '),
      );
    }
  },
);

/** Neither below, nor of the memory, once the async socket is destroyed. */
Then(/^nothing shall be left$/, async function (this: Win32World) {
  const { stage } = this;
  await stage.settle();
  for (const { what, holds, expected, observed } of stage.leftBelow())
    this.expect.that(holds, what, expected, observed);
  if (this.isBlindTo('allocate')) return;
  const { outstanding } = stage.memory;
  this.expect.that(outstanding === 0, 'all memory is given back', '0 blocks left', `${outstanding} left`);
});
