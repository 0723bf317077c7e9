import { Then, When } from '../../../src/system/phrase_registry.js';
import { render } from '../../../src/timeline/render.js';
import {
  callUnderTest,
  defineCircumstance,
  prepareUnlessChosen,
} from '../../../src/phrases/circumstances.js';
import { failNext } from '../stage/failures.js';
import { below, callbacks, expectEqual, expectResult, onlyCall } from '../stage/questions.js';
import type { WsioWorld } from '../stage/world.js';

defineCircumstance(
  '(lws_\\w+) returns a negative value',
  async (world: WsioWorld, functionName, name = '') => {
    await prepareUnlessChosen(world, functionName);
    failNext(world.stage, name, -1);
    return {};
  },
);

/** Both ways in which it can fail, one after the other: no memory for the copy, and no place in the list. */
defineCircumstance(
  'queueing the data fails \\(i\\.e\\. due to insufficient memory\\)',
  async (world: WsioWorld, functionName) => {
    await prepareUnlessChosen(world, functionName);
    failNext(world.stage, 'list_add');
    world.act();
    const refused = world.stage.call(functionName);
    expectEqual(world, 'no place in the list: the send fails', true, refused.result !== 0);
    world.stage.memory.failAfter(0);
    return {};
  },
);

When(/^wsio_send is called after queueing the data$/, async function (this: WsioWorld) {
  await prepareUnlessChosen(this, 'wsio_send');
  callUnderTest(this, 'wsio_send');
});

defineCircumstance('the send is indicated as complete', async (world: WsioWorld, functionName) => {
  await prepareUnlessChosen(world, functionName);
  return {};
});

/** What the caller does with its buffer afterwards does not show at the peer. */
Then(
  /^wsio_send shall queue the buffer bytes for sending through the websockets connection$/,
  async function (this: WsioWorld) {
    const { stage } = this;
    const buffer = this.call.arguments.buffer as Uint8Array;
    const sent = Buffer.from(buffer);
    expectEqual(this, 'wsio_send succeeds', 0, this.call.result);
    buffer.fill(0);
    await stage.settle();
    const received = stage.under.peer.received;
    expectEqual(this, 'messages at the peer', 1, received.length);
    const [arrived] = received;
    this.expect.that(
      arrived?.bytes.equals(sent) === true && arrived.binary,
      'the bytes arrive as one binary message',
      render(sent),
      render(arrived?.bytes),
    );
  },
);

/** Nothing is written until the event has come, and everything then. */
Then(
  /^wsio_send shall queue the buffer and size until the libwebsockets callback is invoked with the event (\w+)$/,
  async function (this: WsioWorld, event: string) {
    const { stage } = this;
    stage.under.holdWrites();
    await stage.settle();
    expectEqual(this, 'writes before the event', 0, below(this, 'lws_write').length);
    expectEqual(this, 'completions before the event', 0, this.timeline.callbacks.length - 1);
    stage.under.releaseWrites();
    await stage.settle();
    const told = this.timeline.below.find(({ name, sequence }) => name === event && sequence >= this.mark);
    const { sequence, arguments: given } = onlyCall(this, 'lws_write');
    this.expect.that(
      told !== undefined && told.sequence < sequence,
      `lws_write comes in ${event}`,
      `after ${event}`,
      told === undefined ? 'no such event' : 'before it',
    );
    expectEqual(this, 'the size', this.call.arguments.size, given[2]);
  },
);

Then(
  /^the data and callback shall be queued by calling (\w+) on the list created in wsio_create$/,
  function (this: WsioWorld, name: string) {
    const list = this.stage.below('list_create', 0).at(-1)?.result;
    const call = onlyCall(this, name);
    expectEqual(this, `${name} gets the list`, list, call.arguments[0]);
    this.expect.that(call.arguments[1] != null, `${name} gets an item`, 'an item', render(call.arguments[1]));
  },
);

Then(
  /^wsio_send shall call (\w+), while passing as arguments the websockets instance previously obtained in wsio_open from (\w+)$/,
  function (this: WsioWorld, name: string, source: string) {
    const call = onlyCall(this, name);
    const wsi = this.stage.under.observed.made.find((one) => one.name === source)?.result;
    expectEqual(this, `${name} gets the instance`, wsi, call.arguments[0]);
    const queued = onlyCall(this, 'list_add').sequence;
    this.expect.that(
      queued < call.sequence,
      'it is called after queueing',
      'list_add first',
      `${name} first`,
    );
  },
);

Then(
  /^the callback (on_send_complete) shall be called with (\w+)$/,
  async function (this: WsioWorld, parameter: string, word: string) {
    expectResult(this, await callbacks(this, parameter, 1), word);
  },
);
