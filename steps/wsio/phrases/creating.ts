import { Then } from '../../../src/system/phrase_registry.js';
import { outcome, observed } from '../../../src/stage/outcome.js';
import { callsOf } from '../../../src/timeline/questions.js';
import { preparing } from '../../../src/stage/preparation.js';
import { render } from '../../../src/timeline/render.js';
import { requireSeam } from '../../../src/stage/seams.js';
import type { Configuration } from '../underlying/underlying.js';
import { defineCircumstance, prepareUnlessChosen } from '../../../src/phrases/circumstances.js';
import { scopeOf } from '../../../src/phrases/scope.js';
import { valueOf } from '../../../src/phrases/values.js';
import { failNext } from '../stage/failures.js';
import { below, expectEqual, onlyCall } from '../stage/questions.js';
import type { WsioWorld } from '../stage/world.js';

defineCircumstance(
  'the (?:WSIO_CONFIG field (\\w+)|(\\w+) member) is (NULL)',
  (world: WsioWorld, _functionName, field = '', member = '', word = '') => {
    const configuration = { ...world.stage.configuration, [field || member]: valueOf(word) };
    return { io_create_parameters: configuration };
  },
);

/** How many allocations a create makes: one is made and destroyed to see. */
function allocationsOfCreate(world: WsioWorld): number {
  const { stage } = world;
  requireSeam(world.adapter.capabilities, 'allocate');
  const before = stage.memory.granted.length;
  world.probe('wsio_create');
  const count = stage.memory.granted.length - before;
  world.probe('wsio_destroy');
  return count;
}

defineCircumstance(
  'the (first|last) allocation of memory for the new wsio instance fails',
  {
    runsOver: [
      {
        words: /^allocating memory for the new wsio instance (fails)$/,
        instead: 'the <allocation> of memory for the new wsio instance $1',
        column: 'allocation',
        values: ['first allocation', 'last allocation'],
      },
    ],
  },
  async (world: WsioWorld, _functionName, which = '') => {
    const count = await preparing('count the allocations of a create', () => allocationsOfCreate(world));
    world.stage.memory.failAfter(which === 'first' ? 0 : Math.max(0, count - 1));
    return {};
  },
);

/** "list_create fails", "lws_client_connect fails": the next call of it. */
defineCircumstance('((?:lws|list)_\\w+) fails', async (world: WsioWorld, functionName, name = '') => {
  await prepareUnlessChosen(world, functionName);
  failNext(world.stage, name);
  return {};
});

Then(
  /^(\w+) shall return (an? non-NULL handle) to it$/,
  function (this: WsioWorld, name: string, words: string) {
    const wanted = outcome(words, this.specification, this.prototype(name));
    const [call] = callsOf(scopeOf(this, name), name);
    this.expect.that(
      wanted?.holds(call?.result) === true,
      `${name} returns ${words}`,
      wanted?.expected ?? words,
      observed(call?.result),
    );
  },
);

/** Another create gives another instance, and what is created can be opened. */
Then(/^wsio_create shall create an instance of a wsio$/, function (this: WsioWorld) {
  const first = this.call.result;
  const { result } = this.stage.call('wsio_open', { ws_io: first });
  expectEqual(this, 'the instance can be opened', 0, result);
  const second = this.stage.call('wsio_create').result;
  this.expect.that(
    second !== null && second !== first,
    'a second create gives an instance of its own',
    'another handle',
    second === null ? 'NULL' : 'the same handle',
  );
  this.stage.call('wsio_destroy', { ws_io: first });
});

/** Brings the created instance to where the peer has seen what it was configured with. */
async function openAsConfigured(world: WsioWorld, wanted: Configuration): Promise<void> {
  const { stage } = world;
  stage.call('wsio_open');
  await stage.waitUntil('on_io_open_complete', () => stage.state !== 'opening');
  expectEqual(world, 'the open succeeds', 'open', stage.state);
  const handshake = stage.under.peer.handshakes.at(-1);
  const seen: Readonly<Record<string, unknown>> = {
    host: handshake?.host,
    port: handshake?.port,
    protocol_name: handshake?.protocol,
    relative_path: handshake?.path,
    use_ssl: handshake?.secure,
  };
  for (const [member, value] of Object.entries(seen)) {
    expectEqual(world, `the peer sees ${member}`, wanted[member as keyof Configuration], value);
  }
}

Then(/^io_create_parameters shall be used as a WSIO_CONFIG\*$/, async function (this: WsioWorld) {
  await openAsConfigured(this, this.stage.configuration);
});

/** The event that loads the member finds none: nothing is loaded, and the open goes on. */
Then(
  /^the (\w+) member shall be optional \(it can be (NULL)\)$/,
  async function (this: WsioWorld, member: string, word: string) {
    const { stage } = this;
    const given = this.call.arguments.io_create_parameters as Readonly<Record<string, unknown>>;
    expectEqual(this, `${member} was given`, valueOf(word), given[member]);
    this.expect.that(this.call.result !== null, 'the instance is created', 'a handle', 'NULL');
    stage.call('wsio_open');
    stage.under.tellNow({ reason: 'LWS_CALLBACK_OPENSSL_LOAD_EXTRA_CLIENT_VERIFY_CERTS' });
    await stage.waitUntil('on_io_open_complete', () => stage.state !== 'opening');
    expectEqual(this, 'the open succeeds', 'open', stage.state);
    expectEqual(this, 'certificates added', 0, below(this, 'X509_STORE_add_cert').length);
  },
);

const SPOILT: Readonly<Record<string, unknown>> = { host: 'elsewhere.invalid', trusted_ca: 'no certificate' };

/** The caller's structure is spoilt after the create; what arrives at the peer, and who is trusted, shows the copies. */
Then(
  /^the members (.+) shall be copied for later use \(they are needed when the IO is opened\)$/,
  async function (this: WsioWorld, names: string) {
    const { stage } = this;
    const given: Record<string, unknown> = { ...stage.under.secure };
    stage.call('wsio_destroy');
    stage.call('wsio_create', { io_create_parameters: given });
    for (const member of names.split(/, | and /)) {
      this.expect.that(member in given, `${member} is a member`, member, render(Object.keys(given)));
      given[member] = SPOILT[member] ?? 'spoilt';
    }
    await openAsConfigured(this, stage.under.secure);
  },
);

/** The list is used when something is sent. */
Then(
  /^wsio_create shall create a pending IO list that is to be used when sending buffers over the libwebsockets IO by calling (\w+)$/,
  async function (this: WsioWorld, name: string) {
    const { stage } = this;
    const { result: list } = onlyCall(this, name);
    this.expect.that(list !== null && list !== undefined, `${name} gives a list`, 'a list', render(list));
    await stage.enterState('open');
    stage.call('wsio_send');
    const added = below(this, 'list_add').at(-1);
    expectEqual(this, 'what is sent goes to that list', list, added?.arguments[0]);
  },
);
