import { Then, When } from '../../../src/system/phrase_registry.js';
import { defineEventCircumstance } from './events.js';
import {
  below,
  callbacks,
  constantOf,
  expectContext,
  expectEqual,
  expectResult,
  onlyCall,
} from '../stage/questions.js';
import type { WsioWorld } from '../stage/world.js';
import { expectBytes, payloadOf, queued, writtenBy } from '../stage/writes.js';
import type { LibraryCall } from '../underlying/underlying.js';

const WRITEABLE = 'LWS_CALLBACK_CLIENT_WRITEABLE';
defineEventCircumstance(
  '(?:any pending IO chunks queued in wsio_send are to be sent|any pending IOs are in the list)',
  async ({ stage }) => {
    await stage.leaveUnsent(2);
    return undefined;
  },
);

defineEventCircumstance(
  '(?:lws_write succeeds and the complete payload has been sent|the pending IO had an associated on_send_complete)',
  () => Promise.resolve(undefined),
);

When(/^the send over websockets was successful$/, function (this: WsioWorld) {
  const results = below(this, 'lws_write').map(({ result }) => Number(result));
  this.expect.that(results.length > 0, 'something was written', '1 write or more', '0');
  for (const result of results) this.expect.that(result > 0, 'the write succeeds', 'bytes', `${result}`);
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
