import { Then, When } from '../../../src/system/phrase_registry.js';
import { render } from '../../../src/timeline/render.js';
import type { CallRecord } from '../../../src/timeline/timeline.js';
import type { LibraryCall } from '../underlying/underlying.js';
import { bringAbout, defineEventCircumstance } from './events.js';
import { failNext } from '../stage/failures.js';
import {
  below,
  callbacks,
  constantOf,
  expectContext,
  expectEqual,
  expectResult,
  onlyCall,
} from '../stage/questions.js';
import type { WsioStage } from '../stage/stage.js';
import type { WsioWorld } from '../stage/world.js';

const WRITEABLE = 'LWS_CALLBACK_CLIENT_WRITEABLE';
/** Bytes that are taken of a message that is sent in part. */
const PART = 5;

/**
 * The next write takes only a part; `afterwards` happens before it returns. The event behind it comes whether the adapter
 * asks for it or not: that it does is the matter of other sentences.
 */
export function writePart({ under }: WsioStage, size = PART, afterwards: () => void = () => undefined): void {
  under.observed.script('lws_write', (real, [wsi, buf, , protocol]) => {
    const written = size === 0 ? 0 : real(wsi, buf, size, protocol);
    under.askToWrite();
    afterwards();
    return written;
  });
}

/** The next write claims more than it was given. */
export function writeTooMuch({ under }: WsioStage): void {
  under.observed.script('lws_write', (real, [wsi, buf, len, protocol]) => real(wsi, buf, len, protocol) + 1);
}

/** Sends that the scenario queued before its action. */
function queued(world: WsioWorld): readonly CallRecord[] {
  return world.timeline.calls.filter(
    ({ function: name, result, sequence }) => name === 'wsio_send' && result === 0 && sequence < world.mark,
  );
}

function payloadOf(call: CallRecord | undefined): Buffer {
  return Buffer.from(call?.arguments.buffer as Uint8Array);
}

function writtenBy(call: LibraryCall | undefined): Buffer {
  return Buffer.from(call?.arguments[1] as Uint8Array).subarray(0, Number(call?.arguments[2]));
}

function expectBytes(world: WsioWorld, what: string, wanted: Buffer, seen: Buffer): void {
  world.expect.that(wanted.equals(seen), what, render(wanted), render(seen));
}

defineEventCircumstance(
  '(?:any pending IO chunks queued in wsio_send are to be sent|any pending IOs are in the list)',
  async ({ stage }) => {
    await stage.leaveUnsent(2);
    return undefined;
  },
);

/** A further message waits behind it. */
defineEventCircumstance(
  'lws_write succeeds and less bytes than the complete payload have been sent',
  async ({ stage }) => {
    await stage.leaveUnsent(1);
    writePart(stage);
    return undefined;
  },
);

defineEventCircumstance(
  '(?:lws_write succeeds and the complete payload has been sent|the pending IO had an associated on_send_complete)',
  () => Promise.resolve(undefined),
);

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

When(/^the send over websockets was successful$/, function (this: WsioWorld) {
  const results = below(this, 'lws_write').map(({ result }) => Number(result));
  this.expect.that(results.length > 0, 'something was written', '1 write or more', '0');
  for (const result of results) this.expect.that(result > 0, 'the write succeeds', 'bytes', `${result}`);
});

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

Then(/^the first one shall be retrieved from the queue$/, function (this: WsioWorld) {
  const { stage } = this;
  const sends = queued(this);
  const [added] = stage.below('list_add', 0);
  const [head] = below(this, 'list_get_head_item');
  expectEqual(this, 'the first item is asked for', added?.result, head?.result);
  expectBytes(
    this,
    'it is what is written first',
    payloadOf(sends[0]),
    writtenBy(below(this, 'lws_write')[0]),
  );
  stage.under.peer.received.forEach(({ bytes }, index) => {
    expectBytes(this, `message ${index + 1} at the peer`, payloadOf(sends[index]), bytes);
  });
});

/** Bytes before and behind the payload in the memory that the buffer of a write is part of. */
function paddingOf(call: LibraryCall): { readonly pre: number; readonly post: number } {
  const buffer = call.arguments[1] as Uint8Array;
  const length = Number(call.arguments[2]);
  return { pre: buffer.byteOffset, post: buffer.buffer.byteLength - buffer.byteOffset - length };
}

Then(
  /^enough space to fit the data and (\w+) and (\w+) shall be allocated$/,
  function (this: WsioWorld, before: string, behind: string) {
    if (this.isBlindTo('allocate')) return;
    const { pre, post } = paddingOf(onlyCall(this, 'lws_write'));
    const [wantedPre, wantedPost] = [Number(constantOf(before)), Number(constantOf(behind))];
    this.expect.that(pre >= wantedPre, `there is room for ${before}`, `${wantedPre} bytes`, `${pre}`);
    this.expect.that(post >= wantedPost, `there is room for ${behind}`, `${wantedPost} bytes`, `${post}`);
    const size = wantedPre + payloadOf(queued(this)[0]).length + wantedPost;
    const granted = this.stage.memory.granted.at(-1) ?? 0;
    this.expect.that(granted >= size, 'it was allocated', `${size} bytes or more`, `${granted}`);
  },
);

Then(
  /^the payload queued in wsio_send shall be copied to the newly allocated buffer at the position (\w+)$/,
  function (this: WsioWorld, position: string) {
    const call = onlyCall(this, 'lws_write');
    const memory = (call.arguments[1] as Uint8Array).buffer;
    const payload = payloadOf(queued(this)[0]);
    const at = Buffer.from(memory, Number(constantOf(position)), payload.length);
    expectBytes(this, `the payload stands at ${position}`, payload, at);
    expectBytes(this, 'the write is of the payload', payload, writtenBy(call));
  },
);

Then(
  /^(lws_write) shall be called with the websockets interface obtained in wsio_open, the newly constructed padded buffer, the data size queued in wsio_send \(actual payload\)$/,
  function (this: WsioWorld, name: string) {
    const call = onlyCall(this, name);
    const wsi = this.stage.below('lws_client_connect', 0).at(-1)?.result;
    const payload = payloadOf(queued(this)[0]);
    expectEqual(this, 'the websockets interface', wsi, call.arguments[0]);
    expectBytes(this, 'the buffer', payload, writtenBy(call));
    expectEqual(this, 'the size', payload.length, call.arguments[2]);
  },
);

Then(/^the payload type should be set to (\w+)$/, function (this: WsioWorld, word: string) {
  expectEqual(this, 'the payload type', constantOf(word), onlyCall(this, 'lws_write').arguments[3]);
  const arrived = this.stage.under.peer.received.at(-1);
  expectEqual(this, 'a binary message at the peer', word === 'LWS_WRITE_BINARY', arrived?.binary);
});

Then(/^the queued pending IO shall be removed from the pending list$/, async function (this: WsioWorld) {
  const { stage } = this;
  const item = stage.below('list_add', 0).at(-1)?.result;
  const removed = onlyCall(this, 'list_remove');
  expectEqual(this, 'what is removed', item, removed.arguments[1]);
  stage.under.tell({ reason: WRITEABLE });
  await stage.settle();
  expectEqual(this, 'writes, a further event included', 1, below(this, 'lws_write').length);
});

Then(
  /^the (on_send_complete) function shall be called with the (callback_context) and (\w+) as arguments$/,
  async function (this: WsioWorld, parameter: string, context: string, word: string) {
    const made = await callbacks(this, parameter, 1);
    const [send] = queued(this);
    expectEqual(this, `the ${context}`, send?.arguments[context], made[0]?.arguments.context);
    expectContext(this, made, 'wsio_send');
    expectResult(this, made, word);
  },
);

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

Then(/^an error shall be indicated via (\w+)$/, async function (this: WsioWorld, parameter: string) {
  // No result is named: the reading says which.
  expectResult(this, await callbacks(this, parameter, 1), 'IO_SEND_ERROR');
});

Then(
  /^lws_callback_on_writable shall be called, while passing the websockets instance obtained in wsio_open as arguments$/,
  function (this: WsioWorld) {
    const wsi = this.stage.below('lws_client_connect', 0).at(-1)?.result;
    const asked = below(this, 'lws_callback_on_writable');
    this.expect.that(asked.length > 0, 'lws_callback_on_writable is called', '1 call or more', '0');
    for (const { arguments: given } of asked) expectEqual(this, 'the websockets instance', wsi, given[0]);
    const lastWrite = below(this, 'lws_write').at(-1)?.sequence ?? -1;
    const lastAsked = asked.at(-1)?.sequence ?? -1;
    this.expect.that(
      lastAsked < lastWrite,
      'it is not called once the list is empty',
      'no call behind the last write',
      'a call behind it',
    );
  },
);
