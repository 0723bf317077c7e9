import { Then } from '../../../src/system/phrase_registry.js';
import { render } from '../../../src/timeline/render.js';
import type {
  lws_context_creation_info,
  lws_protocols,
} from '../../../src/adapters/wsio/libwebsockets/lws.js';
import { constantOf, expectEqual, onlyCall } from '../stage/questions.js';
import type { WsioWorld } from '../stage/world.js';

/** What `lws_create_context` was told since the scenario's action. */
function infoOf(world: WsioWorld): lws_context_creation_info {
  return onlyCall(world, 'lws_create_context').arguments[0] as lws_context_creation_info;
}

function member(world: WsioWorld, name: string): unknown {
  const info: object = infoOf(world);
  world.expect.that(name in info, `info has the member ${name}`, name, render(Object.keys(info)));
  return Reflect.get(info, name);
}

function expectMembers(world: WsioWorld, names: string, word: string): void {
  for (const name of names.split(/, | and /)) {
    expectEqual(world, `info.${name} is ${word}`, constantOf(word), member(world, name));
  }
}

/** The first entry of `info.protocols`. */
function protocolOf(world: WsioWorld): lws_protocols {
  const [entry] = infoOf(world).protocols;
  if (entry === undefined) throw new Error('info.protocols is empty');
  return entry;
}

Then(
  /^wsio_open shall create a context for the libwebsockets connection by calling (\w+)$/,
  function (this: WsioWorld, name: string) {
    const { result } = onlyCall(this, name);
    this.expect.that(
      result !== null && result !== undefined,
      'a context is created',
      'a context',
      render(result),
    );
  },
);

Then(
  /^the (\w+) member of the info argument shall be set to (\w+)$/,
  function (this: WsioWorld, name: string, word: string) {
    expectMembers(this, name, word);
  },
);

Then(
  /^the members? ([\w, ]+) shall be set to (NULL|-?\d+)$/,
  function (this: WsioWorld, names: string, word: string) {
    expectMembers(this, names, word);
  },
);

Then(/^(\w+ and \w+) shall be set to (NULL|-?\d+)$/, function (this: WsioWorld, names: string, word: string) {
  expectMembers(this, names, word);
});

Then(
  /^no proxy support shall be implemented, thus setting (\w+) to (NULL|-?\d+)$/,
  function (this: WsioWorld, name: string, word: string) {
    expectMembers(this, name, word);
  },
);

Then(/^keep alive shall not be supported$/, function (this: WsioWorld) {
  for (const name of ['ka_probes', 'ka_interval']) expectMembers(this, name, '0');
});

/** A member of the first protocol entry, or of info where an entry has no such one. */
Then(
  /^(\w+) shall be set to (NULL|-?\d+)(?:, as there is no need for atomic frames)?$/,
  function (this: WsioWorld, name: string, word: string) {
    const entry = protocolOf(this);
    const seen: unknown = name in entry ? Reflect.get(entry, name) : member(this, name);
    expectEqual(this, `${name} is ${word}`, constantOf(word), seen);
  },
);

Then(
  /^the (\w+) field shall be set to the internal extensions obtained by calling (\w+)$/,
  function (this: WsioWorld, name: string, functionName: string) {
    expectEqual(this, `info.${name}`, onlyCall(this, functionName).result, member(this, name));
  },
);

/** Two instances have a context each; what the library tells of one reaches the right one by it. */
Then(
  /^the member (\w+) shall be set to a user context that will be later passed by the libwebsockets callbacks$/,
  async function (this: WsioWorld, name: string) {
    const { stage } = this;
    const own = member(this, name);
    this.expect.that(own !== null && own !== undefined, `info.${name} is set`, 'a context', render(own));
    await stage.waitUntil('on_io_open_complete', () => stage.state !== 'opening');
    const passed = stage.under.observed.made.find(
      ({ name: called }) => called === 'lws_context_user',
    )?.result;
    expectEqual(this, 'the callback asks for the user context and gets it', own, passed);
  },
);

Then(
  /^the protocols member shall be populated with (\d+) protocol entries, one containing the actual protocol to be used and one empty \(fields shall be (NULL) or (\d+)\)$/,
  function (this: WsioWorld, count: string, first: string, second: string) {
    const { protocols } = infoOf(this);
    expectEqual(this, 'the number of entries', Number(count), protocols.length);
    expectEqual(
      this,
      'the first is the protocol',
      this.stage.configuration.protocol_name,
      protocols[0]?.name,
    );
    const empty = [constantOf(first), constantOf(second)];
    for (const [name, value] of Object.entries(protocols.at(-1) ?? {})) {
      this.expect.that(
        empty.includes(value),
        `${name} of the last is empty`,
        `${first} or ${second}`,
        render(value),
      );
    }
  },
);

/** An event that comes by it has its effect. */
Then(
  /^callback shall be set to a callback used by the wsio module to listen to libwebsockets events$/,
  async function (this: WsioWorld) {
    const { stage } = this;
    expectEqual(this, 'the kind of callback', 'function', typeof protocolOf(this).callback);
    await stage.waitUntil('on_io_open_complete', () => stage.state !== 'opening');
    expectEqual(this, 'the event that the connection stands reaches the wsio', 'open', stage.state);
  },
);

Then(/^name shall be set to protocol_name as passed to wsio_create$/, function (this: WsioWorld) {
  expectEqual(this, 'name of the entry', this.stage.configuration.protocol_name, protocolOf(this).name);
});
