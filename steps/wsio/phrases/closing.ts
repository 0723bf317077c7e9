import { Then, When } from '../../../src/system/phrase_registry.js';
import { callbacksIn, callsOf } from '../../../src/timeline/questions.js';
import type { CallRecord } from '../../../src/timeline/timeline.js';
import { callUnderTest, defineCircumstance } from '../../../src/phrases/circumstances.js';
import { scopeOf } from '../../../src/phrases/scope.js';
import { below, callbacks, expectContext, expectEqual, expectResult, onlyCall } from '../stage/questions.js';
import type { WsioWorld } from '../stage/world.js';

defineCircumstance('no open action has been issued', async (world: WsioWorld) => {
  await world.stage.ensureCreated();
  return {};
});

When(/^wsio_close is called after a wsio_close$/, async function (this: WsioWorld) {
  await this.stage.enterState('open');
  const { result } = this.stage.call('wsio_close');
  expectEqual(this, 'the first close succeeds', 0, result);
  callUnderTest(this, 'wsio_close');
});

When(/^wsio_close is called while the open action is in progress$/, async function (this: WsioWorld) {
  await this.stage.enterState('opening');
  callUnderTest(this, 'wsio_close');
});

/** Sends that were accepted before the scenario's action and not completed by then, oldest first. */
function pendingSends(world: WsioWorld): readonly CallRecord[] {
  const { calls, callbacks: made } = world.timeline;
  return calls.filter(
    (call) =>
      call.function === 'wsio_send' &&
      call.result === 0 &&
      call.sequence < world.mark &&
      !made.some(({ registration, sequence }) => registration.call === call && sequence < world.mark),
  );
}

async function expectConnectionGone(world: WsioWorld): Promise<void> {
  await world.stage.settle();
  expectEqual(world, 'the peer still has a connection', false, world.stage.under.peer.connected);
}

/** The context of the open that was last before the scenario's action. */
function contextBefore(world: WsioWorld): unknown {
  return world.stage.below('lws_create_context', 0).findLast(({ sequence }) => sequence < world.mark)?.result;
}

function expectContextDestroyed(world: WsioWorld, name: string): void {
  expectEqual(
    world,
    `${name} gets the context of the open`,
    contextBefore(world),
    onlyCall(world, name).arguments[0],
  );
}

Then(/^wsio_close shall close the websockets IO$/, async function (this: WsioWorld) {
  expectEqual(this, 'wsio_close succeeds', 0, this.call.result);
  await expectConnectionGone(this);
  const { result } = this.stage.call('wsio_send');
  this.expect.that(result !== 0, 'a send is refused afterwards', 'a non-zero value', String(result));
});

Then(
  /^wsio_close shall close the connection by calling (\w+)$/,
  async function (this: WsioWorld, name: string) {
    expectContextDestroyed(this, name);
    await expectConnectionGone(this);
  },
);

Then(/^wsio_close shall then proceed to close the IO$/, async function (this: WsioWorld) {
  const scope = scopeOf(this, 'wsio_close');
  const [opened] = callbacksIn(scope, 'on_io_open_complete');
  const [closed] = callbacksIn(scope, 'on_io_close_complete');
  this.expect.that(
    (opened?.sequence ?? Infinity) < (closed?.sequence ?? -Infinity),
    'the close is completed, after the open',
    'on_io_open_complete, then on_io_close_complete',
    callbacksIn(scope)
      .map(({ registration }) => registration.parameter)
      .join(', '),
  );
  expectContextDestroyed(this, 'lws_context_destroy');
  await expectConnectionGone(this);
});

Then(
  /^the callback (\w+) shall be called after the close action has been completed in the context of (\w+) \(wsio_close is effectively blocking\)$/,
  function (this: WsioWorld, parameter: string, functionName: string) {
    const made = callbacksIn(scopeOf(this, functionName), parameter);
    expectEqual(this, `calls of ${parameter} inside ${functionName}`, 1, made.length);
    const destroyed = onlyCall(this, 'lws_context_destroy').sequence;
    const others = callbacksIn(scopeOf(this, 'any')).filter((one) => !made.includes(one));
    const last = Math.max(destroyed, ...others.map(({ sequence }) => sequence));
    this.expect.that(
      last < (made[0]?.sequence ?? -1),
      `${parameter} comes last`,
      'after everything else',
      'something came after it',
    );
  },
);

/** The head is asked for until there is none, and each is taken out: none that was pending is left. */
Then(
  /^wsio_close shall obtain all the pending IO items by repetitively querying for the head of the pending IO list and freeing that head item$/,
  function (this: WsioWorld) {
    const pending = pendingSends(this).length;
    this.expect.that(pending > 1, 'several sends are pending', 'more than 1', String(pending));
    const heads = below(this, 'list_get_head_item');
    const removed = below(this, 'list_remove').map(({ arguments: given }) => given[1]);
    this.expect.that(
      heads.length > pending,
      'the head is queried until there is none',
      `${pending + 1}`,
      `${heads.length}`,
    );
    expectEqual(this, 'items taken out', pending, removed.length);
    removed.forEach((item, index) => {
      expectEqual(this, `what is taken out, number ${index + 1}, is the head`, heads[index]?.result, item);
    });
    expectEqual(this, 'the last query', null, heads.at(-1)?.result);
  },
);

Then(
  /^obtaining the head of the pending IO list shall be done by calling (\w+)$/,
  function (this: WsioWorld, name: string) {
    const list = this.stage.below('list_create', 0).at(-1)?.result;
    const queried = below(this, name);
    this.expect.that(queried.length > 0, `${name} is called`, '1 or more', '0');
    for (const { arguments: given } of queried) expectEqual(this, `${name} gets the list`, list, given[0]);
  },
);

Then(
  /^for each pending item the send complete callback shall be called with (\w+)$/,
  async function (this: WsioWorld, word: string) {
    const pending = pendingSends(this);
    this.expect.that(pending.length > 1, 'several sends are pending', 'more than 1', String(pending.length));
    const made = await callbacks(this, 'on_send_complete', pending.length);
    made.forEach(({ registration }, index) => {
      expectEqual(this, 'they are told in the order of sending', pending[index], registration.call);
    });
    expectResult(this, made, word);
  },
);

Then(
  /^the callback context passed to the (\w+) callback shall be the context given to (\w+)$/,
  async function (this: WsioWorld, parameter: string, functionName: string) {
    expectContext(this, await callbacks(this, parameter, pendingSends(this).length), functionName);
  },
);

Then(/^wsio_destroy shall execute a close action$/, async function (this: WsioWorld) {
  const pending = pendingSends(this);
  const wasOpening = !this.timeline.callbacks.some(
    ({ registration, sequence }) => registration.parameter === 'on_io_open_complete' && sequence < this.mark,
  );
  expectContextDestroyed(this, 'lws_context_destroy');
  expectResult(this, await callbacks(this, 'on_send_complete', pending.length), 'IO_SEND_CANCELLED');
  expectResult(this, await callbacks(this, 'on_io_open_complete', wasOpening ? 1 : 0), 'IO_OPEN_CANCELLED');
  await expectConnectionGone(this);
});

/** The list, the contexts, the memory and the connection: whatever was got is given back. */
Then(
  /^wsio_destroy shall free all resources associated with the wsio instance$/,
  async function (this: WsioWorld) {
    const { stage } = this;
    expectEqual(
      this,
      'wsio_destroy was called',
      1,
      callsOf(scopeOf(this, 'wsio_destroy'), 'wsio_destroy').length,
    );
    for (const [made, freed] of [
      ['list_create', 'list_destroy'],
      ['lws_create_context', 'lws_context_destroy'],
    ] as const) {
      const results = stage.below(made, 0).map(({ result }) => result);
      const given = new Set(stage.below(freed, 0).map(({ arguments: [first] }) => first));
      const left = results.filter((result) => result !== null && !given.has(result)).length;
      expectEqual(this, `what ${made} gave and ${freed} did not get`, 0, left);
    }
    if (!this.isBlindTo('allocate')) {
      expectEqual(this, 'allocations that were not released', 0, stage.memory.outstanding);
    }
    await expectConnectionGone(this);
  },
);
