import { Then } from '../../../src/system/phrase_registry.js';
import { render } from '../../../src/timeline/render.js';
import { callsBelow, constantOf, latestBelow, shown, theCallBelow } from '../stage/below.js';
import type { Win32World } from '../stage/world.js';

/** The parameters of the calls below that sentences name. */
const PARAMETERS = new Map(
  Object.entries<readonly string[]>({
    WaitForThreadpoolIoCallbacks: ['pio', 'fCancelPendingCallbacks'],
  }),
);

function positionOf(name: string, parameter: string): number {
  const position = PARAMETERS.get(name)?.indexOf(parameter) ?? -1;
  if (position === -1) throw new Error(`${name} has no parameter ${parameter}`);
  return position;
}

/** A receive was pending, whose callback is one of those that are waited for. */
Then(
  /^(\w+) shall wait for any executing callbacks by calling (\w+), passing (\w+) as (\w+)$/,
  function (this: Win32World, subject: string, name: string, word: string, parameter: string) {
    const call = theCallBelow(this, subject, name);
    const given = call.arguments[positionOf(name, parameter)];
    this.expect.that(
      given === constantOf(word),
      `${name} gets ${word} as ${parameter}`,
      word,
      render(given).toUpperCase(),
    );
    const { pending, started } = this.stage.under.observed.ios;
    this.expect.that(started.length > 0, 'an IO was under way', 'an IO', 'none');
    this.expect.that(
      pending.length === 0,
      'every callback has been made',
      'none left',
      `${pending.length} left`,
    );
    const after = callsBelow(this, 'CloseThreadpoolIo').every(({ sequence }) => sequence > call.sequence);
    this.expect.that(after, 'it waits before it closes', 'the wait first', shown(this));
  },
);

Then(
  /^(\w+) shall close the threadpool IO created in (\w+) by calling (\w+)$/,
  function (this: Win32World, subject: string, createdIn: string, name: string) {
    const created = latestBelow(this, 'CreateThreadpoolIo');
    const isCreatedThere = created?.during.some(({ function: running }) => running === createdIn) === true;
    this.expect.that(isCreatedThere, `the threadpool IO was created in ${createdIn}`, 'there', 'elsewhere');
    const [io] = theCallBelow(this, subject, name).arguments;
    this.expect.that(io === created?.result, `${name} gets the threadpool IO`, 'that one', 'another one');
  },
);

Then(
  /^(\w+) shall close the threadpool cleanup group by calling (\w+)$/,
  function (this: Win32World, subject: string, name: string) {
    const created = latestBelow(this, 'CreateThreadpoolCleanupGroup');
    const [group] = theCallBelow(this, subject, name).arguments;
    this.expect.that(
      group !== undefined && group === created?.result,
      `${name} gets the cleanup group`,
      'the one created',
      'another one',
    );
  },
);

Then(
  /^(\w+) shall destroy the thread pool environment created in (\w+)$/,
  function (this: Win32World, subject: string, createdIn: string) {
    const initialized = latestBelow(this, 'InitializeThreadpoolEnvironment');
    const opened = initialized?.during.some(({ function: running }) => running === createdIn) === true;
    this.expect.that(opened, `${createdIn} has created it`, 'created there', 'created elsewhere');
    const [environment] = theCallBelow(this, subject, 'DestroyThreadpoolEnvironment').arguments;
    const isOurs = environment === initialized?.arguments[0];
    this.expect.that(isOurs, 'that environment is destroyed', 'that one', 'another one');
  },
);

/** Everything of the thread pool is gone, the socket stands, and an open succeeds and completes. */
Then(
  /^(\w+) shall then close the async socket, leaving it in a state where an (\w+) can be performed$/,
  async function (this: Win32World, subject: string, name: string) {
    for (const { what, holds, expected, observed } of this.stage.leftBelow())
      this.expect.that(holds, `${subject}: ${what}`, expected, observed);
    const refused = this.probe('async_socket_send_async').result;
    this.expect.that(refused !== 0, 'it is closed', 'a send is refused', 'a send is accepted');
    const { result } = this.stage.call(name);
    this.expect.that(result === 0, `${name} succeeds`, '0', render(result));
    await this.stage.completeOne('receive');
    const last = this.timeline.callbacks.at(-1)?.arguments.receive_result;
    const wanted = 'ASYNC_SOCKET_RECEIVE_OK';
    this.expect.that(last === wanted, 'it is open again: a receive completes', wanted, render(last));
  },
);

Then(/^(\w+) shall perform an implicit close$/, async function (this: Win32World, subject: string) {
  await this.stage.settle();
  const order = ['WaitForThreadpoolIoCallbacks', 'CloseThreadpoolIo', 'CloseThreadpoolCleanupGroup'];
  for (const name of order) theCallBelow(this, subject, name);
  const { pending } = this.stage.under.observed.ios;
  this.expect.that(pending.length === 0, 'no IO is left under way', '0', `${pending.length}`);
});
