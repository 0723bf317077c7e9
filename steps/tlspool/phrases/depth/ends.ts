import { Then } from '../../../../src/system/phrase_registry.js';
import type { TLSPOOL_COMMAND } from '../../../../src/adapters/tlspool/api.js';
import type { CallRecord } from '../../../../src/timeline/timeline.js';
import type { Wire } from '../../underlying/wire/wire.js';
import type { Numbered } from '../../stage/client_side.js';
import type { TlspoolStage } from '../../stage/stage.js';
import type { TlspoolWorld } from '../../stage/world.js';
import { exchange, goOn, isOver, stateOf } from '../../stage/exchanges.js';

const FLOW_END = /^on_flow_(?:introduced|protected|error)$/;

/** The callbacks that a flow has had so far, by their names, with what errors they told. */
export function told({ timeline, wire }: TlspoolStage, { flow }: Numbered, since = 0): readonly string[] {
  return timeline.callbacks
    .filter(
      ({ sequence, registration: { call } }) =>
        sequence >= since &&
        (call.function === 'tlspool_flow_create' ? call.result === flow : call.arguments.flow === flow),
    )
    .map(({ registration, arguments: given }) =>
      registration.parameter === 'on_flow_error'
        ? `on_flow_error with ${wire.errorName(Number(given.tlserrno))}`
        : registration.parameter,
    );
}

/** How a flow's waiting has ended, as often as it was told. */
export function endsTold(stage: TlspoolStage, one: Numbered): readonly string[] {
  return told(stage, one).filter((name) => FLOW_END.test(name.split(' ')[0] ?? ''));
}

/** The messages that a request was given: the numbers of callbacks, and how many end it. */
export function answersTo(
  { timeline, wire }: TlspoolStage,
  call: CallRecord,
): { readonly asked: readonly number[]; readonly ends: number } {
  const commands = timeline.callbacks
    .filter(({ registration }) => registration.call === call)
    .map(({ arguments: { message } }) => message as TLSPOOL_COMMAND);
  const asked = commands.filter((command) => isQuestion(wire, command)).map(({ cbid }) => cbid);
  return { asked, ends: commands.length - asked.length };
}

function isQuestion(wire: Wire, command: TLSPOOL_COMMAND): boolean {
  const message = wire.messageOf(command);
  return message !== null && wire.asks(message);
}

/** The client's own descriptors beside its connection: without those that the application was given. */
function kept({ recorder, client }: TlspoolStage, beside: readonly string[]): readonly string[] {
  const handed = client.handed;
  return [...recorder.owned]
    .filter(([descriptor, how]) => !handed.includes(descriptor) && !beside.includes(how))
    .map(([, how]) => how);
}

function expectKept(world: TlspoolWorld, beside: readonly string[]): void {
  if (world.isBlindTo('descriptors')) return;
  const open = kept(world.stage, beside);
  world.expect.that(open.length === 0, "the client's descriptors are closed", 'none', open.join(', '));
}

Then(
  /^exchange (\d+) shall have ended once, with the error (\w+)$/,
  async function (this: TlspoolWorld, number: string, word: string) {
    const { stage } = this;
    await stage.settle();
    const ends = endsTold(stage, exchange(stage, number));
    const { wire } = stage;
    const wanted = `on_flow_error with ${wire.errorName(wire.errors.number(word))}`;
    this.expect.that(ends.length === 1 && ends[0] === wanted, 'the end', wanted, ends.join(', ') || 'none');
  },
);

Then(
  /^exchange (\d+) shall (?:still )?be in (\w+)$/,
  function (this: TlspoolWorld, number: string, state: string) {
    const found = stateOf(this.stage, exchange(this.stage, number));
    this.expect.that(found === state, `exchange ${number}`, state, found);
  },
);

/** The last word of each of them comes once, whatever happened to the others. */
Then(
  /^exchange (\d+) shall (?:still )?come to (TLSPOOL_FLOW_(?:PROTECTED|INTRODUCED))$/,
  async function (this: TlspoolWorld, number: string, state: string) {
    const { stage } = this;
    const one = exchange(stage, number);
    while (!isOver(stage, one)) await goOn(stage, one);
    // A flow that was introduced before is done with that.
    const ends = endsTold(stage, one).filter(
      (name) => name !== 'on_flow_introduced' || state === 'TLSPOOL_FLOW_INTRODUCED',
    );
    const found = stateOf(stage, one);
    this.expect.that(found === state, `exchange ${number}`, state, `${found}, by ${ends.join(', ')}`);
    this.expect.that(ends.length === 1, `exchange ${number} ends once`, '1 end', ends.join(', '));
  },
);

Then(
  /^exchange (\d+) shall have been told (.+)$/,
  function (this: TlspoolWorld, number: string, names: string) {
    const found = told(this.stage, exchange(this.stage, number)).join(', ');
    this.expect.that(found === names, `the callbacks of exchange ${number}`, names, found || 'none');
  },
);

Then(/^the client shall keep no descriptor but its connection$/, async function (this: TlspoolWorld) {
  await this.stage.settle();
  expectKept(this, ['connect']);
});

/** To a request that has been answered once. */
Then(
  /^the (request|answer) of the scenario shall have got (\d+) callbacks?$/,
  function (this: TlspoolWorld, which: string, count: number) {
    const made = this.timeline.calls.filter(({ function: name }) => name === 'tlspool_async_request');
    const call = which === 'answer' ? this.call : made[0];
    const { asked, ends } = call === undefined ? { asked: [], ends: 0 } : answersTo(this.stage, call);
    this.expect.that(
      asked.length === count && ends === 0,
      'messages',
      `${count} callbacks`,
      `${asked.length} callbacks, ${ends} ends`,
    );
  },
);

Then(/^the client shall keep no descriptor$/, async function (this: TlspoolWorld) {
  await this.stage.settle();
  expectKept(this, []);
});

/** What a flow was told after its end, or twice, no later end can make good. */
function expectFlowEnded(world: TlspoolWorld, one: Numbered, number: number): void {
  const { stage } = world;
  const { calls } = stage.timeline;
  const isDestroyed = calls.some(
    ({ function: name, arguments: given }) => name === 'tlspool_flow_destroy' && given.flow === one.flow,
  );
  const ends = endsTold(stage, one);
  const introductions = ends.filter((name) => name === 'on_flow_introduced').length;
  const last = ends.length - introductions;
  const waits = !isDestroyed && /FEATURES|HANDSHAKE|CHECK|RECONNECT/.test(stateOf(stage, one));
  world.expect.that(
    introductions <= 1 && last <= 1 && !waits,
    `flow ${number} ends once`,
    isDestroyed ? '1 end at most' : '1 end',
    `${ends.join(', ') || 'none'}; it is in ${stateOf(stage, one)}`,
  );
}

/** A request that was cancelled, or whose callback another request answered, is not owed an end. */
function expectRequestEnded(world: TlspoolWorld, call: CallRecord): void {
  const { stage } = world;
  const { calls } = stage.timeline;
  const isCancelled = calls.some(
    ({ function: name, arguments: given, result }) =>
      name === 'tlspool_async_cancel' && given.request === call.result && result === 0,
  );
  const { ends, asked } = answersTo(stage, call);
  const goesOn = calls.some(
    ({ function: name, arguments: { command }, result }) =>
      name === 'tlspool_async_request' &&
      result !== null &&
      asked.includes((command as TLSPOOL_COMMAND).cbid),
  );
  const due = isCancelled || goesOn ? 0 : 1;
  world.expect.that(ends === due, 'a request ends once, unless it is cancelled', `${due}`, `${ends}`);
}

/** Closes the connection, which ends whatever has not ended, and looks at all flows and requests of the scenario. */
Then(
  /^with the close every request and every flow shall have ended once$/,
  async function (this: TlspoolWorld) {
    const { stage } = this;
    await stage.settle();
    if (stage.client.pool !== null) stage.call('tlspool_async_closed');
    await stage.settle();
    const flows = new Set([
      ...stage.client.numbered.map(({ flow }) => flow),
      ...stage.client.exchanges.map(({ flow }) => flow),
    ]);
    [...flows].forEach((flow, index) => {
      expectFlowEnded(this, { flow, reqid: 0, cbid: 0 }, index + 1);
    });
    for (const call of stage.timeline.calls) {
      if (call.function === 'tlspool_async_request' && call.result !== null) expectRequestEnded(this, call);
    }
    expectKept(this, []);
  },
);
