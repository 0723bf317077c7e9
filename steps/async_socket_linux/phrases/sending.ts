import { Then, When } from '../../../src/system/phrase_registry.js';
import type { ASYNC_SOCKET_BUFFER } from '../../../src/adapters/async_socket/async_socket.js';
import { observed } from '../../../src/stage/outcome.js';
import { callbacksIn, describe } from '../../../src/timeline/questions.js';
import { render } from '../../../src/timeline/render.js';
import type { SocketError } from '../underlying/underlying.js';
import { condition } from '../../async_socket/phrases/actions.js';
import { bytesOf } from '../../async_socket/buffers.js';
import {
  callUnderTest,
  defineCircumstance,
  prepareUnlessChosen,
} from '../../../src/phrases/circumstances.js';
import { scopeOf } from '../../../src/phrases/scope.js';
import type { LinuxWorld } from '../stage/world.js';

When(
  /^(\w+) is called and the send fails to send the data$/,
  async function (this: LinuxWorld, name: string) {
    await prepareUnlessChosen(this, name);
    return condition(this, {
      act: () => {
        callUnderTest(this, name);
      },
    });
  },
);

When(/^the errno value is (E[A-Z]+)$/, function (this: LinuxWorld, errno: string) {
  return condition(this, {
    prepare: () => {
      // A socket without room stays without: it is no moment's error.
      if (errno === 'EAGAIN' || errno === 'EWOULDBLOCK') this.stage.under.fill();
      this.stage.under.fail('send', errno as SocketError);
    },
  });
});

When(
  /^any other error is encountered, (E[A-Z]+)$/,
  { runsOver: [{ joint: ', ', column: 'errno', values: ['ENOTSOCK', 'EDESTADDRREQ'] }] },
  function (this: LinuxWorld, errno: string) {
    return condition(this, {
      prepare: () => {
        this.stage.under.fail('send', errno as SocketError);
      },
    });
  },
);

defineCircumstance('the send is successful', async (world: LinuxWorld, functionName) => {
  await prepareUnlessChosen(world, functionName);
  return {};
});

/** The bytes of the call's buffers arrive at the peer, whole and in their order. */
export async function expectWhole(world: LinuxWorld, buffers: readonly ASYNC_SOCKET_BUFFER[]): Promise<void> {
  const { stage } = world;
  await stage.settle();
  const wanted = bytesOf(buffers);
  const { received } = stage.under.peer;
  const isSame = received.equals(wanted);
  world.expect.that(isSame, 'the payload arrives whole and in order', render(wanted), render(received));
}

Then(
  /^(async_socket_send_async) shall continue to send the data until the payload length has been sent$/,
  async function (this: LinuxWorld, name: string) {
    const sent = this.stage.under.observed
      .callsOf('send')
      .reduce((sum, { result }) => sum + Number(result), 0);
    const { length } = bytesOf(this.stage.buffers);
    this.expect.that(sent === length, `${name} sends everything`, `${length} bytes`, `${sent}`);
    await expectWhole(this, this.stage.buffers);
  },
);

/** The sentence gives the callback a value of the call's own result: the value of the same name is meant. */
Then(
  /^(async_socket_send_async) shall call the (on_\w+) with (on_\w+)_context and (\w+)$/,
  function (this: LinuxWorld, name: string, parameter: string, contextOf: string, word: string) {
    const scope = scopeOf(this, name);
    const made = callbacksIn(scope, parameter);
    this.expect.that(made.length === 1, `${name} calls ${parameter} once`, '1 call', describe(scope));
    const value = word.replace('_SEND_SYNC_', '_SEND_');
    for (const { arguments: given, registration, sequence } of made) {
      this.expect.that(contextOf === parameter, 'the context is its own', parameter, contextOf);
      const isContext = given.context === registration.context;
      this.expect.that(isContext, 'it gets its context', render(registration.context), render(given.context));
      this.expect.that(given.send_result === value, `it gets ${word}`, value, observed(given.send_result));
      const isInside = sequence < (registration.call.returned ?? 0);
      this.expect.that(isInside, `it comes before ${name} returns`, 'before', 'afterwards');
    }
  },
);
