import { Given, Then, When } from '../../../../src/system/phrase_registry.js';
import { preparing } from '../../../../src/stage/preparation.js';
import { pingCommand } from '../../stage/client_side.js';
import { act, outbox } from '../../stage/outbox.js';
import type { TlspoolStage } from '../../stage/stage.js';
import type { TlspoolWorld } from '../../stage/world.js';
import { answersTo, told } from './ends.js';
import { exchange, goOn, nextFor, refusal, send, stateOf, waitAt } from '../../stage/exchanges.js';

When(/^an exchange waits (for .+)$/, async function (this: TlspoolWorld, point: string) {
  await waitAt(this.stage, point);
  act(this);
});

/** A number that no request has. */
function unknownNumber(stage: TlspoolStage): number {
  const { place } = stage.client;
  const taken = new Set(place.received.map(({ message }) => stage.wire.number(message, 'reqid')));
  let number = 1;
  while (taken.has(number)) number += 1;
  return number;
}

When(
  /^exchange (\d+) gets ([A-Z_]+|0x\w+)$/,
  async function (this: TlspoolWorld, number: string, command: string) {
    const { stage } = this;
    const { reqid } = exchange(stage, number);
    await send(stage, stage.wire.encode({ reqid, cmd: command }));
  },
);

/** The pool's own next message, with a callback's number that is not the one due. */
When(
  /^exchange (\d+) gets its next message with the cbid (?:of exchange (\d+)|(\d+))$/,
  async function (this: TlspoolWorld, number: string, other: string | null, word: string | null) {
    const { stage } = this;
    const message = await nextFor(stage, exchange(stage, number));
    await send(stage, message, { cbid: other === null ? Number(word) : exchange(stage, other).cbid });
  },
);

When(/^exchange (\d+) is asked to reconnect$/, async function (this: TlspoolWorld, number: string) {
  const { stage } = this;
  const one = exchange(stage, number);
  while (stateOf(stage, one) !== 'TLSPOOL_FLOW_RECONNECT') await goOn(stage, one);
});

/** A pool should ask once; the application agrees to whatever it is asked. */
When(
  /^exchange (\d+) is asked to reconnect once more, and agrees$/,
  async function (this: TlspoolWorld, number: string) {
    const { stage } = this;
    const one = exchange(stage, number);
    await send(stage, stage.wire.encode({ reqid: one.reqid, cmd: 'PLAINTEXT_CONNECT', cbid: 900 }));
    await goOn(stage, one);
  },
);

When(
  /^the TLS Pool sends (\S+) under a number that no request has$/,
  async function (this: TlspoolWorld, command: string) {
    const { stage } = this;
    stage.client.place.pump();
    const { wire } = stage;
    const message = wire.encode({ reqid: unknownNumber(stage), cmd: command });
    await send(stage, message, wire.asks(message) ? { cbid: 900 } : {});
  },
);

When(/^exchange (\d+) is destroyed$/, async function (this: TlspoolWorld, number: string) {
  const { stage } = this;
  stage.call('tlspool_flow_destroy', { flow: exchange(stage, number).flow });
  await stage.settle();
});

/** Everything that it could still say: its own next message where there is one, an ERROR, a callback. */
When(
  /^the TLS Pool speaks to exchange (\d+) after all$/,
  async function (this: TlspoolWorld, number: string) {
    const { stage } = this;
    const one = exchange(stage, number);
    const { held } = stage.client.place;
    const own = held.findIndex((message) => stage.wire.number(message, 'reqid') === one.reqid);
    if (own >= 0) await send(stage, held.splice(own, 1)[0] ?? Buffer.alloc(0));
    await send(stage, stage.wire.encode({ reqid: one.reqid, cmd: 'PLAINTEXT_CONNECT', cbid: 901 }));
    await send(stage, stage.wire.encode(refusal(one, 1)));
    await send(stage, stage.wire.encode({ reqid: one.reqid, cmd: 'STARTTLS' }));
  },
);

When(/^the TLS Pool goes$/, async function (this: TlspoolWorld) {
  this.stage.client.place.disconnect();
  await this.stage.settle();
});

/** The application has not heard of it when it answers. */
When(
  /^the TLS Pool goes and the application (accept|refuse)s what exchange (\d+) is asked$/,
  async function (this: TlspoolWorld, verb: string, number: string) {
    const { stage } = this;
    stage.client.place.disconnect();
    this.callUnderTest = stage.call(`tlspool_flow_${verb}`, { flow: exchange(stage, number).flow });
    await stage.settle();
  },
);

Then(/^exchange (\d+) shall hear nothing$/, async function (this: TlspoolWorld, number: string) {
  const { stage } = this;
  await stage.settle();
  const one = exchange(stage, number);
  const heard = told(stage, one, this.mark);
  this.expect.that(heard.length === 0, `callbacks of exchange ${number}`, 'none', heard.join(', '));
});

Then(
  /^the client shall have answered (\d+) callbacks? with (an ERROR|E_\w+)$/,
  async function (this: TlspoolWorld, count: number, word: string) {
    await this.stage.settle();
    const { wire } = this.stage;
    const errors = outbox(this)
      .filter((message) => wire.command(message) === 'ERROR' && wire.number(message, 'cbid') !== 0)
      .map((message) => wire.errorIn(message));
    const right = word === 'an ERROR' ? errors.length : errors.filter((name) => name === word).length;
    this.expect.that(
      right === count && errors.length === count,
      'refusals',
      `${count} with ${word}`,
      errors.join(', ') || 'none',
    );
  },
);

Given(/^the client has opened a connection and requested nothing$/, async function (this: TlspoolWorld) {
  await preparing('connect', () => this.stage.client.connect());
  act(this);
});

When(/^the TLS Pool sends (\d+) bytes and goes$/, async function (this: TlspoolWorld, size: number) {
  const { place } = this.stage.client;
  place.client.write(this.stage.wire.encode({ reqid: 1, cmd: 'PING' }).subarray(0, size));
  place.disconnect();
  await this.stage.settle();
});

When(/^a request is cancelled at once and the TLS Pool answers it$/, async function (this: TlspoolWorld) {
  const { stage } = this;
  const request = stage.call('tlspool_async_request').result;
  stage.client.place.pump();
  const reqid = stage.client.lastReqid();
  this.callUnderTest = stage.call('tlspool_async_cancel', { request });
  await send(stage, stage.wire.encode({ reqid, cmd: 'PING', facilities: stage.wire.facilities }));
});

/** Of use: what is requested now is answered, and nothing else came. */
Then(/^the connection shall be of use$/, async function (this: TlspoolWorld) {
  const { stage } = this;
  await stage.settle();
  const before = stage.timeline.callbacks.length;
  this.expect.that(before === 0, 'callbacks before the first request', 'none', `${before}`);
  const call = stage.call('tlspool_async_request', { command: pingCommand(stage.wire, 'of use') });
  this.expect.that(call.result !== null, 'tlspool_async_request', 'a handle', 'NULL');
  stage.client.place.pump();
  await send(stage, await nextFor(stage, { flow: null, reqid: stage.client.lastReqid(), cbid: 0 }));
  const { ends } = answersTo(stage, call);
  this.expect.that(ends === 1, 'the request is answered', '1 message', `${ends}`);
});

Then(/^the connection shall be over$/, function (this: TlspoolWorld) {
  const { stage } = this;
  const { result } = stage.call('tlspool_async_request');
  this.expect.that(result === null, 'tlspool_async_request', 'NULL', 'a handle');
  const processed = stage.call('tlspool_async_process').result;
  this.expect.that(processed !== 0, 'tlspool_async_process', '_FAILURE_', '0');
  const { length } = stage.timeline.callbacks.filter(({ registration: { call } }) => {
    return !stage.client.numbered.some(({ flow }) => call.arguments.flow === flow || call.result === flow);
  });
  this.expect.that(length === 0, 'callbacks for requests', 'none', `${length}`);
});
