import { Then } from '../../../src/system/phrase_registry.js';
import { defineEventCircumstance } from './events.js';
import { below, expectEqual } from '../stage/questions.js';
import type { WsioWorld } from '../stage/world.js';
import { expectBytes, PART, payloadOf, queued, writePart, writtenBy } from '../stage/writes.js';

const WRITEABLE = 'LWS_CALLBACK_CLIENT_WRITEABLE';

/** A further message waits behind it. */
defineEventCircumstance(
  'lws_write succeeds and less bytes than the complete payload have been sent',
  async ({ stage }) => {
    await stage.leaveUnsent(1);
    writePart(stage);
    return undefined;
  },
);

Then(/^the sent bytes shall be removed from the pending IO$/, function (this: WsioWorld) {
  const [first, second] = below(this, 'lws_write');
  const payload = payloadOf(queued(this)[0]);
  expectBytes(this, 'the first write is of everything', payload, writtenBy(first));
  expectEqual(this, 'bytes that were taken', PART, first?.result);
  expectBytes(this, 'the second is of what is left', payload.subarray(PART), writtenBy(second));
});

/** In an event of its own, and before any later message; the list keeps the message until then. */
Then(
  /^only the leftover bytes shall be left as pending and sent upon subsequent events$/,
  function (this: WsioWorld) {
    const { stage } = this;
    const events = stage.under.events.filter(
      ({ reason, sequence }) => reason === WRITEABLE && sequence >= this.mark,
    );
    const writes = below(this, 'lws_write');
    writes.forEach(({ sequence }, index) => {
      const own = (events[index]?.sequence ?? Infinity) < sequence;
      const next = sequence < (events[index + 1]?.sequence ?? Infinity);
      this.expect.that(own && next, `write ${index + 1} has an event of its own`, 'one each', 'others');
    });
    const removed = below(this, 'list_remove')[0]?.sequence ?? -1;
    this.expect.that(
      removed > (writes[1]?.sequence ?? Infinity),
      'the message stays in the list until all of it was sent',
      'taken out behind the second write',
      'taken out before it',
    );
    const payload = payloadOf(queued(this)[0]);
    const arrived = Buffer.concat(stage.under.peer.received.map(({ bytes }) => bytes));
    expectBytes(this, 'its bytes come first at the peer', payload, arrived.subarray(0, payload.length));
  },
);
