import { Then, When } from '../../../src/system/phrase_registry.js';
import type { TLSIO_CONFIG } from '../../../src/adapters/xio/xio.js';
import { observed } from '../../../src/stage/outcome.js';
import { render } from '../../../src/timeline/render.js';
import { callUnderTest, defineCircumstance } from '../../../src/phrases/circumstances.js';
import type { TlsioWorld } from '../stage/world.js';

/** Opens the instance that the scenario created and pumps until it is open, or no longer opening. */
async function openIt(world: TlsioWorld): Promise<void> {
  const { stage } = world;
  if (stage.handle === null) return;
  world.probe('tlsio_setoption');
  world.probe('tlsio_open_async');
  await stage.waitUntil('on_io_open_complete', () => stage.state !== 'TLSIO_STATE_EXT_OPENING');
}

function expectOpen(world: TlsioWorld, what: string): void {
  const { state } = world.stage;
  world.expect.that(state === 'TLSIO_STATE_EXT_OPEN', what, 'TLSIO_STATE_EXT_OPEN', state);
}

function expectReached(world: TlsioWorld, hostname: string, port: number): void {
  const { peer } = world.stage.under;
  world.expect.that(peer.servername === hostname, 'the hostname is used', hostname, String(peer.servername));
  const reached = peer.address?.port;
  world.expect.that(reached === port, 'the port is used', `${port}`, String(reached));
}

Then(
  /^tlsio_create shall allocate and initialize all necessary resources$/,
  async function (this: TlsioWorld) {
    await openIt(this);
    expectOpen(this, 'the instance has all that it needs to open a connection');
  },
);

Then(
  /^tlsio_create shall return an instance of the tlsio in (TLSIO_STATE_EXT_\w+)$/,
  async function (this: TlsioWorld, state: string) {
    this.probe('tlsio_destroy');
    await this.stage.settleWithoutDowork();
    const instance = this.stage.call('tlsio_create');
    this.expect.that(
      instance.result !== null,
      'tlsio_create returns an instance',
      'a handle',
      observed(instance.result),
    );
    const { state: now } = this.stage;
    this.expect.that(now === state, `the instance is in ${state}`, state, now);
    for (const { what, holds, expected, observed: seen } of await this.stage.evidenceOf(state)) {
      this.expect.that(holds, what, expected, seen);
    }
    const refused = this.probe('tlsio_send_async').result;
    this.expect.that(refused !== 0, 'a send is refused before the open', 'a failure', observed(refused));
  },
);

Then(
  /^tlsio_create shall receive the connection configuration as a TLSIO_CONFIG\* in io_create_parameters$/,
  async function (this: TlsioWorld) {
    const config = this.call.arguments.io_create_parameters as TLSIO_CONFIG;
    await openIt(this);
    expectOpen(this, 'the configuration leads to the peer');
    expectReached(this, config.hostname ?? '', config.port);
  },
);

/** The configuration is overwritten as soon as tlsio_create has returned. */
Then(
  /^tlsio_create shall make a copy of the (\w+) member of io_create_parameters to allow deletion of \w+ immediately after the call$/,
  async function (this: TlsioWorld, member: string) {
    const config = this.call.arguments.io_create_parameters as Record<string, unknown>;
    const original = String(config[member]);
    config[member] = 'overwritten.invalid';
    await openIt(this);
    config[member] = original;
    expectOpen(this, `the ${member} of the time of the call is used`);
    expectReached(this, original, Number(config.port));
  },
);

/** A non-NULL value for a member that this design must refuse. */
defineCircumstance(
  'the (underlying_io_\\w+) of io_create_parameters is non-NULL',
  (world: TlsioWorld, _name, member = '') => {
    const { config } = world.stage.under;
    return {
      io_create_parameters: { ...config, [member]: { hostname: config.hostname, port: config.port } },
    };
  },
);

/** The configuration of a chained design names its interface: this is the case that the sentence speaks of. */
defineCircumstance('the underlying_io_interface member of io_create_parameters is non-NULL', () => ({}));

/** "with a non-NULL underlying_io_interface parameter": the same case in the words of another sentence. */
When(
  /^tlsio_create is called with a non-NULL underlying_io_interface parameter$/,
  function (this: TlsioWorld) {
    callUnderTest(this, 'tlsio_create');
  },
);

Then(
  /^tlsio_create shall use underlying_io_interface to create an owned xio resource for remote host communication$/,
  async function (this: TlsioWorld) {
    const { under } = this.stage;
    const created = under.calls('concrete_io_create');
    this.expect.that(created === 1, 'concrete_io_create of the interface is called', '1 call', `${created}`);
    await openIt(this);
    expectOpen(this, 'the owned xio carries the communication');
    const sends = under.calls('concrete_io_send');
    this.expect.that(sends > 0, 'the owned xio is sent through', 'concrete_io_send', `${sends} calls`);
  },
);

Then(
  /^tlsio_create shall pass the underlying_io_parameters to underlying_io_interface->xio_create when creating the owned xio resource$/,
  function (this: TlsioWorld) {
    const { under } = this.stage;
    const passed = under.observed.io?.callsOf('concrete_io_create').at(-1)?.arguments[0];
    const given = under.config.underlying_io_parameters;
    this.expect.that(
      passed === given,
      'the same underlying_io_parameters are passed',
      render(given),
      render(passed),
    );
  },
);

Then(
  /^tlsio_get_interface_description shall return the VTable (\w+)$/,
  function (this: TlsioWorld, name: string) {
    const { result } = this.call;
    expectVTable(this, result, name);
    const again = this.probe('tlsio_get_interface_description').result;
    this.expect.that(again === result, 'it is the same VTable each time', 'the same object', observed(again));
  },
);

/** Every slot that the document's own listing declares is a function. */
Then(
  /^the tlsio shall implement and export all the Concrete functions in the VTable (\w+) defined in the xio\.h$/,
  function (this: TlsioWorld, name: string, listing: string) {
    this.expect.that(listing.includes(name), 'the listing declares the VTable', name, listing);
    const { result } = this.stage.call('tlsio_get_interface_description');
    expectVTable(this, result, name);
  },
);

function expectVTable(world: TlsioWorld, table: unknown, name: string): void {
  const members = world.specification.structs.find((struct) => struct.name === name)?.members ?? [];
  world.expect.that(members.length > 0, `the document declares ${name}`, 'its members', 'none');
  const slots: Readonly<Record<string, unknown>> =
    typeof table === 'object' && table !== null ? { ...table } : {};
  const missing = members
    .filter((member) => typeof slots[member.name] !== 'function')
    .map((member) => member.name);
  world.expect.that(
    missing.length === 0,
    `every slot of ${name} is a function`,
    `${members.length} functions`,
    `without ${missing.join(', ')}`,
  );
}
