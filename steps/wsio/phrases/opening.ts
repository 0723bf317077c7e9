import { Then } from '../../../src/system/phrase_registry.js';
import { outcome } from '../../../src/stage/outcome.js';
import { callbacksIn, callsOf } from '../../../src/timeline/questions.js';
import { render } from '../../../src/timeline/render.js';
import { defineCircumstance, prepareUnlessChosen } from '../../../src/phrases/circumstances.js';
import { scopeOf } from '../../../src/phrases/scope.js';
import { valueOf } from '../../../src/phrases/values.js';
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

defineCircumstance('creating the context fails', async (world: WsioWorld, functionName) => {
  await prepareUnlessChosen(world, functionName);
  failNext(world.stage, 'lws_create_context');
  return {};
});

defineCircumstance(
  'use_ssl passed in wsio_create is (not )?true',
  async (world: WsioWorld, functionName, not = '') => {
    const { stage } = world;
    stage.configuration = not ? stage.under.plain : stage.under.secure;
    await prepareUnlessChosen(world, functionName);
    return {};
  },
);

const FAULTS = {
  'a peer that refuses the upgrade': ({ under }) => {
    under.peer.conduct = 'refuse';
  },
  'a peer that cuts the connection': ({ under }) => {
    under.peer.conduct = 'cut';
  },
  'a peer that answers with a wrong sub-protocol': ({ under }) => {
    under.peer.conduct = 'wrong protocol';
  },
  'a certificate that nobody trusts': (stage) => {
    stage.under.peer.certificate = 'selfSigned';
    stage.configuration = stage.under.secure;
  },
  'an expired certificate': (stage) => {
    stage.under.peer.certificate = 'expired';
    stage.configuration = stage.under.secure;
  },
  'a certificate for another host': (stage) => {
    stage.under.peer.certificate = 'otherHost';
    stage.configuration = stage.under.secure;
  },
} satisfies Readonly<Record<string, (stage: WsioStage) => void>>;

function isFault(words: string): words is keyof typeof FAULTS {
  return words in FAULTS;
}

defineCircumstance(
  'any error occurs while the open action is in progress because of (an? .+)',
  { runsOver: [{ joint: ' because of ', column: 'fault', values: Object.keys(FAULTS) }] },
  async (world: WsioWorld, functionName, fault = '') => {
    if (!isFault(fault)) throw new Error(`there is no fault ${fault}`);
    FAULTS[fault](world.stage);
    await prepareUnlessChosen(world, functionName);
    return {};
  },
);

// "succesfull": the document's own spelling.
defineCircumstance('the open action is succes{1,2}full?', async (world: WsioWorld, functionName) => {
  await prepareUnlessChosen(world, functionName);
  return {};
});

Then(
  /^wsio_open shall trigger the libwebsocket connect by calling (\w+) and passing to it the following arguments$/,
  async function (this: WsioWorld, name: string) {
    const { stage } = this;
    const before = stage.under.peer.attempts;
    const { result } = onlyCall(this, name);
    this.expect.that(result !== null, 'a connection is started', 'a connection', 'NULL');
    await stage.waitUntil('on_io_open_complete', () => stage.state !== 'opening');
    this.expect.that(
      stage.under.peer.attempts >= Math.max(1, before),
      'a connection reaches the peer',
      '1 or more',
      `${stage.under.peer.attempts}`,
    );
  },
);

/** Names of the arguments of `lws_client_connect`, as the document has them. */
const ARGUMENTS = [
  'clients',
  'address',
  'port',
  'use_ssl',
  'path',
  'host',
  'origin',
  'protocol',
  'ietf_version_or_minus_one',
];

function argument(world: WsioWorld, name: string): unknown {
  const index = ARGUMENTS.indexOf(name);
  world.expect.that(index >= 0, `lws_client_connect has an argument ${name}`, name, ARGUMENTS.join(', '));
  return onlyCall(world, 'lws_client_connect').arguments[index];
}

Then(/^clients shall be the context created earlier in wsio_open$/, function (this: WsioWorld) {
  expectEqual(this, 'clients', onlyCall(this, 'lws_create_context').result, argument(this, 'clients'));
});

/** Where an argument shows at the peer. */
const AT_PEER = new Map(
  Object.entries<string>({
    port: 'port',
    path: 'path',
    host: 'host',
    origin: 'origin',
    protocol: 'protocol',
  }),
);

Then(
  /^(\w+) shall be the (\w+) passed (?:to|in) wsio_create$/,
  async function (this: WsioWorld, name: string, source: string) {
    const { stage } = this;
    const wanted: unknown = Reflect.get(stage.configuration, source === 'hostname' ? 'host' : source);
    this.expect.that(
      wanted !== undefined,
      `${source} was passed`,
      source,
      render(Object.keys(stage.configuration)),
    );
    expectEqual(this, name, wanted, argument(this, name));
    const shown = AT_PEER.get(name);
    if (shown === undefined) return;
    await stage.waitUntil('on_io_open_complete', () => stage.state !== 'opening');
    const handshake: object = stage.under.peer.handshakes.at(-1) ?? {};
    expectEqual(this, `${name} at the peer`, wanted, Reflect.get(handshake, shown));
  },
);

Then(
  /^(?:the )?(\w+)(?: argument)? shall be (-?\d+)$/,
  function (this: WsioWorld, name: string, word: string) {
    expectEqual(this, name, constantOf(word), argument(this, name));
  },
);

/** Nothing is created or connected, and no further connection reaches the peer. */
Then(
  /^wsio_open shall return (.+) without performing any connection related activities$/,
  async function (this: WsioWorld, words: string) {
    const wanted = outcome(words, this.specification, this.prototype('wsio_open'));
    const result = callsOf(scopeOf(this, 'wsio_open'), 'wsio_open').at(-1)?.result;
    this.expect.that(wanted?.holds(result) === true, `wsio_open returns ${words}`, words, render(result));
    for (const name of ['lws_create_context', 'lws_client_connect']) {
      expectEqual(this, `calls of ${name}`, 0, below(this, name).length);
    }
    const { attempts } = this.stage.under.peer;
    this.expect.that(attempts <= 1, 'no further connection reaches the peer', '1 at most', `${attempts}`);
    await this.stage.settle();
  },
);

Then(
  /^the callback (\w+) shall be called with \w+ being set to (\w+)$/,
  async function (this: WsioWorld, parameter: string, word: string) {
    expectResult(this, await callbacks(this, parameter, 1), word);
  },
);

Then(
  /^the callback_context argument shall be passed to (\w+) as is$/,
  async function (this: WsioWorld, parameter: string) {
    const made = await callbacks(this, parameter, 1);
    expectContext(this, made, this.call.function);
  },
);

defineCircumstance(
  '(NULL) is passed by the caller for the argument (\\w+)',
  async (world: WsioWorld, functionName, word = '', parameter = '') => {
    await prepareUnlessChosen(world, functionName);
    return { [parameter]: valueOf(word) };
  },
);

Then(/^the argument (\w+) shall be optional$/, async function (this: WsioWorld, parameter: string) {
  await this.stage.settle();
  expectEqual(this, `${parameter} was NULL`, null, this.call.arguments[parameter]);
  expectEqual(this, `${this.call.function} succeeds`, 0, this.call.result);
});

Then(/^no (\w+) complete callback shall be triggered$/, async function (this: WsioWorld, what: string) {
  await this.stage.settle();
  const made = callbacksIn(scopeOf(this, 'any')).filter(({ registration }) =>
    new RegExp(`^on_(?:io_)?${what}_complete$`).test(registration.parameter),
  );
  expectEqual(this, `${what} complete callbacks`, 0, made.length);
});
