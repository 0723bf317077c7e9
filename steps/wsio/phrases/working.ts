import { Then } from '../../../src/system/phrase_registry.js';
import { constantOf, expectEqual, onlyCall } from '../stage/questions.js';
import type { WsioWorld } from '../stage/world.js';

function expectServiced(world: WsioWorld, name: string): void {
  const context = world.stage.below('lws_create_context', 0).at(-1)?.result;
  expectEqual(world, `${name} gets the context of the open`, context, onlyCall(world, name).arguments[0]);
}

Then(
  /^wsio_dowork shall service the libwebsockets context by calling (\w+) and passing as argument the context obtained in wsio_open$/,
  function (this: WsioWorld, name: string) {
    expectServiced(this, name);
  },
);

Then(
  /^the timeout for (lws_service) shall be (-?\d+)$/,
  function (this: WsioWorld, name: string, word: string) {
    expectEqual(this, `timeout of ${name}`, constantOf(word), onlyCall(this, name).arguments[1]);
  },
);

/** "This" is the servicing of the sentence before. */
Then(/^this shall be done$/, function (this: WsioWorld) {
  expectServiced(this, 'lws_service');
});
