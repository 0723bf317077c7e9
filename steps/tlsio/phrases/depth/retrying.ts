import { Given, Then } from '../../../../src/system/phrase_registry.js';
import { FAULTS, faultsAt, type FaultName, type FaultPoint } from '../../underlying/index.js';
import { observed } from '../../../../src/stage/outcome.js';
import { preparing } from '../../../../src/stage/preparation.js';
import { outlastClosing } from './calls.js';
import type { TlsioStage } from '../../stage/stage.js';
import type { TlsioWorld } from '../../stage/world.js';

async function openInto(stage: TlsioStage): Promise<void> {
  stage.call('tlsio_open_async');
  await stage.waitUntil('on_io_open_complete', () => stage.state !== 'TLSIO_STATE_EXT_OPENING');
}

/** How the adapter meets a fault that is armed, by the point where it strikes. */
const MEETINGS: Readonly<Record<FaultPoint, (stage: TlsioStage) => Promise<void>>> = {
  opening: openInto,
  silence: async (stage) => {
    stage.call('tlsio_open_async');
    await stage.settle();
    if (stage.state === 'TLSIO_STATE_EXT_OPEN') stage.call('tlsio_send_async');
    await stage.settle();
  },
  open: async (stage) => {
    await openInto(stage);
    await stage.waitUntil('on_io_error', () => stage.state === 'TLSIO_STATE_EXT_ERROR');
  },
  sending: async (stage) => {
    await openInto(stage);
    await stage.settle();
    stage.call('tlsio_send_async');
    await stage.waitUntil('on_io_error', () => stage.state === 'TLSIO_STATE_EXT_ERROR');
  },
  closing: async (stage) => {
    await openInto(stage);
    await stage.settle();
    stage.call('tlsio_close_async');
    await outlastClosing(stage);
  },
  creating: (stage) => {
    stage.call('tlsio_destroy');
    stage.call('tlsio_create');
    return stage.ensureCreated();
  },
  'calling open': (stage) => {
    stage.call('tlsio_open_async');
    return Promise.resolve();
  },
};

/** A fault strikes at its point; the scenario is withdrawn where this design can't meet it. */
Given(/^the adapter has met (.+)$/, async function (this: TlsioWorld, words: string) {
  if (!(words in FAULTS)) throw new Error(`the underlying IO knows no fault "${words}"`);
  const fault = words as FaultName;
  const { stage } = this;
  if (!stage.under.supports(fault))
    return this.withdraw('notApplicable', `design is ${stage.under.design}, which cannot meet ${fault}`);
  await preparing(`let ${fault} strike`, async () => {
    await stage.ensureCreated();
    stage.under.inject(fault);
    await MEETINGS[FAULTS[fault]](stage);
    if (FAULTS[fault] !== 'closing' && stage.under.struck(fault) === 0) throw new Error('it has not struck');
  });
  return undefined;
});

/** One after the other, each with an opening of its own and nothing in between. */
Given(/^every fault of an opening has struck in turn$/, async function (this: TlsioWorld) {
  const { stage } = this;
  await stage.ensureCreated();
  for (const fault of faultsAt('opening')) {
    stage.under.inject(fault);
    await openInto(stage);
    const { result } =
      this.timeline.calls.filter(({ function: name }) => name === 'tlsio_open_async').at(-1) ?? {};
    this.expect.that(result === 0, 'the adapter can be opened again', '0', observed(result));
    const { state } = stage;
    const closed = 'TLSIO_STATE_EXT_CLOSED';
    this.expect.that(state === closed, `${fault} makes the opening fail`, closed, state);
  }
});

Then(/^a new message shall be sent$/, async function (this: TlsioWorld) {
  const { stage } = this;
  stage.memory.grantAll();
  const { result } = stage.call('tlsio_send_async');
  this.expect.that(result === 0, 'tlsio_send_async succeeds', '0', observed(result));
  await stage.settle();
  const { received } = stage.under.peer;
  const arrived = received.equals(Buffer.from(stage.message));
  this.expect.that(arrived, 'the message arrives', stage.message.toString(), received.toString());
});
