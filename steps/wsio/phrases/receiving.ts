import { Then } from '../../../src/system/phrase_registry.js';
import { render } from '../../../src/timeline/render.js';
import { defineEventCircumstance, PAYLOAD } from './events.js';
import { callbacks, expectContext, expectEqual } from '../stage/questions.js';
import type { WsioWorld } from '../stage/world.js';

/** An empty message, which the peer may well send. */
defineEventCircumstance('the number of bytes is (\\d+)', ({ stage }, _reason, count = '') => {
  stage.under.peer.send(new Uint8Array(Number(count)));
  return Promise.resolve(undefined);
});

defineEventCircumstance(
  'the number of bytes received is positive, but the buffer indicated by the in parameter is (NULL)',
  () => Promise.resolve({ in: null, len: 5 }),
);

Then(
  /^the (on_bytes_received) callback passed in wsio_open shall be called$/,
  async function (this: WsioWorld, parameter: string) {
    const [made] = await callbacks(this, parameter, 1);
    expectEqual(this, 'where it was passed', 'wsio_open', made?.registration.call.function);
  },
);

Then(
  /^the bytes argument shall point to the received bytes as indicated by the LWS_CALLBACK_CLIENT_RECEIVE in argument$/,
  async function (this: WsioWorld) {
    const [made] = await callbacks(this, 'on_bytes_received', 1);
    const bytes = made?.arguments.buffer as Uint8Array;
    this.expect.that(Buffer.compare(PAYLOAD, bytes) === 0, 'the bytes', render(PAYLOAD), render(bytes));
  },
);

Then(
  /^the length argument shall be set to the number of received bytes as indicated by the LWS_CALLBACK_CLIENT_RECEIVE len argument$/,
  async function (this: WsioWorld) {
    const [made] = await callbacks(this, 'on_bytes_received', 1);
    expectEqual(this, 'the length', PAYLOAD.length, made?.arguments.size);
  },
);

Then(
  /^callback_context shall be set to the callback_context that was passed in (\w+)$/,
  async function (this: WsioWorld, functionName: string) {
    expectContext(this, await callbacks(this, 'on_bytes_received', 1), functionName);
  },
);
