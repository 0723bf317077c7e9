import { When } from '../../../src/system/phrase_registry.js';
import { preparing } from '../../../src/stage/preparation.js';
import { FAULTS, faultsAt, type FaultName } from '../underlying/index.js';
import {
  callUnderTest,
  defineCircumstance,
  enterStateOrWithdraw,
} from '../../../src/phrases/circumstances.js';
import type { TlsioWorld } from '../stage/world.js';

/** Longer than any deadline of an adapter for its close, in milliseconds. */
const BEYOND_EVERY_DEADLINE = 10 * 60_000;

function faultNamed(words: string): FaultName {
  if (!(words in FAULTS)) throw new Error(`the underlying IO knows no fault "${words}"`);
  return words as FaultName;
}

/** Arms a fault, or withdraws the scenario where this design cannot meet it. */
function injectOrWithdraw(world: TlsioWorld, words: string): 'skipped' | undefined {
  const fault = faultNamed(words);
  const { under } = world.stage;
  if (!under.supports(fault)) {
    return world.withdraw('notApplicable', `design is ${under.design}, which cannot meet ${fault}`);
  }
  under.inject(fault);
  return undefined;
}

/** Opens with a fault armed and pumps until the opening has come to its end. */
async function openInto(world: TlsioWorld, fault: string): Promise<'skipped' | undefined> {
  const { stage } = world;
  await stage.ensureCreated();
  const withdrawn = injectOrWithdraw(world, fault);
  if (withdrawn !== undefined) return withdrawn;
  callUnderTest(world, 'tlsio_open_async');
  await stage.waitUntil('on_io_open_complete', () => stage.state !== 'TLSIO_STATE_EXT_OPENING');
  return undefined;
}

/** Where a sentence begins only when the fault has had its effect: that it has is not the sentence's business. */
function asPreparation<T>(fault: string, effect: string, work: () => Promise<T>): Promise<T> {
  return preparing(`make ${fault} cause ${effect}`, work);
}

When(
  /^the connection process fails because of (.+)$/,
  { runsOver: [{ joint: ' because of ', column: 'fault', values: faultsAt('opening') }] },
  function (this: TlsioWorld, fault: string) {
    return openInto(this, fault);
  },
);

When(
  /^an injected fault, (.+), causes on_io_open_complete to return with (\w+)$/,
  {
    runsOver: [
      {
        words: /^an injected fault which (causes on_io_open_complete to .+)$/,
        instead: 'an injected fault, <fault>, $1',
        column: 'fault',
        values: faultsAt('opening'),
      },
    ],
  },
  async function (this: TlsioWorld, fault: string, result: string) {
    const withdrawn = await asPreparation(fault, 'on_io_open_complete', () => openInto(this, fault));
    if (withdrawn !== undefined) return withdrawn;
    const opened = this.timeline.callbacks.find(
      ({ registration }) => registration.parameter === 'on_io_open_complete',
    );
    const observed = String(opened?.arguments.open_result);
    this.expect.that(observed === result, `${fault} makes the opening fail`, result, observed);
    return undefined;
  },
);

When(
  /^an injected fault, (.+), causes on_io_error to be called$/,
  {
    runsOver: [
      {
        words: /^an injected fault which (causes on_io_error to .+)$/,
        instead: 'an injected fault, <fault>, $1',
        column: 'fault',
        values: [...faultsAt('open'), ...faultsAt('sending')],
      },
    ],
  },
  function (this: TlsioWorld, fault: string) {
    return asPreparation(fault, 'on_io_error', () => breakWhileSending(this, fault));
  },
);

When(
  /^the send process fails before sending all of the bytes in an enqueued message because of (.+)$/,
  { runsOver: [{ joint: ' because of ', column: 'fault', values: faultsAt('sending') }] },
  function (this: TlsioWorld, fault: string) {
    return breakWhileSending(this, fault);
  },
);

/** Sends with a fault armed and pumps until the adapter has reported the error. */
async function breakWhileSending(world: TlsioWorld, fault: string): Promise<'skipped' | undefined> {
  const { stage } = world;
  await stage.enterState('TLSIO_STATE_EXT_OPEN');
  const withdrawn = injectOrWithdraw(world, fault);
  if (withdrawn !== undefined) return withdrawn;
  if (FAULTS[faultNamed(fault)] === 'sending') callUnderTest(world, 'tlsio_send_async');
  else world.act();
  await stage.waitUntil('on_io_error', () => stage.state === 'TLSIO_STATE_EXT_ERROR');
  return undefined;
}

When(
  /^the closing process fails to end gracefully because of (.+)$/,
  { runsOver: [{ joint: ' because of ', column: 'fault', values: faultsAt('closing') }] },
  async function (this: TlsioWorld, fault: string) {
    const { stage } = this;
    await stage.enterState('TLSIO_STATE_EXT_OPEN');
    const withdrawn = injectOrWithdraw(this, fault);
    if (withdrawn !== undefined) return withdrawn;
    callUnderTest(this, 'tlsio_close_async');
    await stage.settle();
    // A peer that never answers is given up when the adapter's deadline has passed.
    if (stage.state === 'TLSIO_STATE_EXT_CLOSING') stage.clock.advance(BEYOND_EVERY_DEADLINE);
    await stage.settle();
    return undefined;
  },
);

When(
  /^tlsio_open_async fails to enter TLSIO_STATE_EXT_OPENING because of (.+)$/,
  { runsOver: [{ joint: ' because of ', column: 'fault', values: faultsAt('calling open') }] },
  async function (this: TlsioWorld, fault: string) {
    await this.stage.ensureCreated();
    const withdrawn = injectOrWithdraw(this, fault);
    if (withdrawn === undefined) callUnderTest(this, 'tlsio_open_async');
    return withdrawn;
  },
);

defineCircumstance(
  'tlsio_open_async fails to enter TLSIO_STATE_EXT_OPENING because of (.+)',
  async (world: TlsioWorld, _name, fault = '') => {
    await world.stage.ensureCreated();
    return injectOrWithdraw(world, fault) ?? {};
  },
);

defineCircumstance('the supplied message cannot be enqueued for transmission', async (world: TlsioWorld) => {
  const { stage } = world;
  await enterStateOrWithdraw(world, 'TLSIO_STATE_EXT_OPEN');
  stage.memory.failAfter(0);
  return {};
});

/** Every allocation of a creation fails in its turn, so that "any" is taken at its word. */
When(
  /^tlsio_create is called and any resource allocation fails because of (.+)$/,
  {
    runsOver: [
      {
        joint: ' because of ',
        column: 'fault',
        values: ['an allocation that fails', ...faultsAt('creating')],
      },
    ],
  },
  function (this: TlsioWorld, fault: string) {
    const { stage } = this;
    if (fault !== 'an allocation that fails') {
      const withdrawn = injectOrWithdraw(this, fault);
      if (withdrawn === undefined) callUnderTest(this, 'tlsio_create');
      return withdrawn;
    }
    stage.memory.requireTaken();
    const before = stage.memory.granted.length;
    stage.call('tlsio_create');
    const needed = stage.memory.granted.length - before;
    stage.call('tlsio_destroy');
    if (needed === 0 && this.adapter.capabilities.allocate !== true)
      return this.withdraw('unobservable', 'the adapter allocates nothing through its dependencies');
    this.expect.that(needed > 0, 'the adapter gets its memory from iospec', 'allocations', 'none');
    this.act();
    for (let granted = 0; granted < needed; granted += 1) {
      stage.memory.failAfter(granted);
      this.callUnderTest = stage.call('tlsio_create');
    }
    stage.memory.grantAll();
    return undefined;
  },
);
