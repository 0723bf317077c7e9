import { Then } from '../../../src/system/phrase_registry.js';
import type { CallbackRecord } from '../../../src/timeline/timeline.js';
import type { Wire } from '../underlying/wire/wire.js';
import { fieldValue, lastSent, writes } from '../stage/outbox.js';
import type { TlspoolStage } from '../stage/stage.js';
import type { TlspoolWorld } from '../stage/world.js';

export function callbacksSince(
  { timeline, mark }: TlspoolWorld,
  parameter?: string,
): readonly CallbackRecord[] {
  return timeline.callbacks.filter(
    ({ sequence, registration }) =>
      sequence >= mark && (parameter === undefined || registration.parameter === parameter),
  );
}

Then(/^(tlspool_\w+) shall be ok$/, function (this: TlspoolWorld, name: string) {
  const { result } = this.call;
  this.expect.that(this.call.function === name && result === 0, `${name} is ok`, '0', String(result));
});

Then(/^the client shall enter (\w+)$/, async function (this: TlspoolWorld, state: string) {
  await this.stage.settle();
  const entered = this.stage.history.filter(({ sequence }) => sequence >= this.mark).map((one) => one.state);
  this.expect.that(
    entered.at(-1) === state,
    `the client enters ${state}`,
    state,
    entered.length === 0 ? 'no change of state' : entered.join(', '),
  );
});

Then(/^the client shall remain in (\w+)$/, async function (this: TlspoolWorld, state: string) {
  await this.stage.settle();
  const entered = this.stage.history.filter(({ sequence }) => sequence >= this.mark).map((one) => one.state);
  this.expect.that(
    this.stage.state === state && entered.length === 0,
    `the client remains in ${state}`,
    state,
    [this.stage.state, ...entered].join(', '),
  );
});

Then(/^the client shall deliver (\d+) messages?$/, async function (this: TlspoolWorld, count: number) {
  await this.stage.settle();
  const { length } = callbacksSince(this);
  this.expect.that(length === count, 'messages are delivered', String(count), String(length));
});

Then(/^the client shall report the error (\w+)$/, async function (this: TlspoolWorld, word: string) {
  await this.stage.settle();
  const { wire } = this.stage;
  const made = callbacksSince(this, 'on_flow_error').map(({ arguments: given }) => given.tlserrno);
  this.expect.that(
    made.length === 1 && made[0] === wire.errors.number(word),
    'on_flow_error gets the error',
    `${word}, once`,
    made.map((one) => wire.errorName(Number(one))).join(', ') || 'no call',
  );
});

/** What a callback of a flow gives its application: "report the localid a.example", "report the longest message". */
Then(
  /^the client shall report the (?!error )(\w+) (\S+)$/,
  async function (this: TlspoolWorld, first: string, second: string) {
    await this.stage.settle();
    const made = callbacksSince(this).filter(({ registration }) =>
      registration.parameter.startsWith('on_flow'),
    );
    for (const [name, wanted] of Object.entries(fieldValue(this.stage.wire, first, second))) {
      const given = made.map(({ arguments: values }) => new Map(Object.entries(values)).get(name));
      this.expect.that(
        given.length === 1 && given[0] === wanted,
        `the ${name} is reported`,
        `${String(wanted)}, once`,
        given.map(String).join(', ') || 'no call',
      );
    }
  },
);

Then(/^the client shall report (\d+) errors?$/, async function (this: TlspoolWorld, count: number) {
  await this.stage.settle();
  const { length } = callbacksSince(this, 'on_flow_error');
  this.expect.that(length === count, 'errors are reported', String(count), String(length));
});

/** Lets the pool go on, the application agreeing to everything, until so many flows are protected. */
export async function finishAll(stage: TlspoolStage, count: number): Promise<void> {
  const { client } = stage;
  const protectedFlows = (): number =>
    client.exchanges.filter(({ flow }) => client.stateOf(flow) === 'TLSPOOL_FLOW_PROTECTED').length;
  const waits = (): boolean =>
    client.exchanges.some(({ flow }) => client.stateOf(flow) === 'TLSPOOL_FLOW_HANDSHAKE');
  while (protectedFlows() < count && waits()) {
    if (!(await stage.comes(() => client.place.held.length > 0))) return;
    while (client.place.held.length > 0) client.release();
    await stage.settle();
    client.acceptWhatWaits();
  }
}

Then(
  /^the client shall bring (\d+) exchanges? to (\w+)$/,
  async function (this: TlspoolWorld, count: number, state: string) {
    const { client } = this.stage;
    await finishAll(this.stage, count);
    const states = client.exchanges.map(({ flow }) => client.stateOf(flow));
    const { length } = states.filter((one) => one === state);
    this.expect.that(length === count, `exchanges come to ${state}`, String(count), states.join(', '));
  },
);

Then(
  /^the client shall pass (\d+) descriptors? with the message$/,
  async function (this: TlspoolWorld, count: number) {
    await lastSent(this);
    const passed = this.stage.client.place.received.at(-1)?.passed;
    this.expect.that(passed === count, 'descriptors come with the message', String(count), String(passed));
  },
);

Then(/^the client shall close its copy of the passed descriptor$/, async function (this: TlspoolWorld) {
  await this.stage.settle();
  if (this.isBlindTo('descriptors')) return;
  const passed = writes(this).flatMap((one) => one.passed);
  this.expect.that(passed.length === 1, 'a descriptor is passed', '1', String(passed.length));
  const { close } = this.stage.under.doubles;
  this.expect.that(
    passed.every((one) => close.args.filter(([other]) => other === one).length === 1),
    'the copy is closed once',
    'closed',
    'left open, or closed twice',
  );
});

Then(
  /^the client shall not (read|write) the passed descriptor$/,
  async function (this: TlspoolWorld, verb: string) {
    const { stage } = this;
    await stage.settle();
    if (this.isBlindTo('descriptors')) return;
    const [passed] = writes(this).flatMap((one) => one.passed);
    this.expect.that(passed !== undefined, 'a descriptor is passed', 'one', 'none');
    const { receive, send, stream } = stage.under.doubles;
    const touches = [verb === 'read' ? receive : send, stream];
    const touched = touches.some((call) => call.calledWith(passed));
    this.expect.that(!touched, `the client does not ${verb} it`, 'nothing', `it did ${verb} it`);
  },
);

/** Beside the connection to the pool, which is not over. */
Then(/^the client shall keep (\d+) descriptors open$/, async function (this: TlspoolWorld, count: number) {
  await this.stage.settle();
  if (this.isBlindTo('descriptors')) return;
  const open = [...this.stage.recorder.owned.values()].filter((how) => how !== 'connect');
  this.expect.that(open.length === count, 'descriptors are open', String(count), open.join(', ') || 'none');
});

Then(
  /^(\w+) shall leave (\d+) descriptors open$/,
  async function (this: TlspoolWorld, _: string, count: number) {
    if (this.isBlindTo('descriptors')) return;
    const { recorder } = this.stage;
    await this.stage.comes(() => recorder.owned.size === count);
    const open = [...recorder.owned.values()];
    this.expect.that(open.length === count, 'descriptors are open', String(count), open.join(', ') || 'none');
  },
);

Then(
  /^(\w+) shall call (\w+) for each of (\d+) requests with (\w+)$/,
  async function (this: TlspoolWorld, _: string, parameter: string, count: number, word: string) {
    await this.stage.settle();
    const made = callbacksSince(this, parameter);
    const calls = new Set(made.map(({ registration }) => registration.call)).size;
    this.expect.that(
      made.length === count && calls === count,
      `${parameter} is called once for each request`,
      String(count),
      `${made.length} calls for ${calls} requests`,
    );
    const { wire } = this.stage;
    for (const { arguments: given } of made) {
      const found = errorIn(wire, given.message);
      const holds = found === wire.errorName(wire.errors.number(word));
      this.expect.that(holds, `${parameter} gets ${word}`, word, found);
    }
  },
);

/** Name of the error that a message of the API carries. */
function errorIn(wire: Wire, command: unknown): string {
  const message = wire.messageOf(command);
  return message !== null && wire.command(message) === 'ERROR' ? wire.errorIn(message) : 'no ERROR';
}
